using System.Globalization;

namespace Residuum.Data.Arrays;

/// <summary>Names for dimensions that a format leaves without one: <c>dim_0</c>, <c>dim_1</c> ...; the same for equal lengths in different variables, never twice in one.</summary>
internal sealed class AnonymousDimensions
{
    private readonly Dictionary<(long Length, int Occurrence), Dimension> _known = [];

    /// <summary>Dimensions for a shape.</summary>
    public List<Dimension> Of(IReadOnlyList<long> shape)
    {
        var seen = new Dictionary<long, int>();
        var dimensions = new List<Dimension>(shape.Count);
        foreach (long length in shape)
        {
            int occurrence = seen[length] = seen.GetValueOrDefault(length) + 1;
            if (!_known.TryGetValue((length, occurrence), out var dimension))
                _known[(length, occurrence)] = dimension = new Dimension($"dim_{_known.Count.ToString(CultureInfo.InvariantCulture)}", length);
            dimensions.Add(dimension);
        }
        return dimensions;
    }
}
