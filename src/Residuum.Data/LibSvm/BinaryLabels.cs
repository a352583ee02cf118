using System.Globalization;
using Residuum.Numerics.Errors;

namespace Residuum.Data.LibSvm;

/// <summary>Labels of two classes, however a file writes them.</summary>
public static class BinaryLabels
{
    private static readonly (double Negative, double Positive)[] Pairs = [(-1, 1), (0, 1), (1, 2)];

    /// <summary>Labels -1 and 1, from -1 and 1, 0 and 1, or 1 and 2.</summary>
    /// <param name="labels">Labels as they were read; kept.</param>
    /// <exception cref="UserError">Any other label.</exception>
    public static double[] Signs(double[] labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        foreach (var (negative, positive) in Pairs)
        {
            if (Array.TrueForAll(labels, label => label == negative || label == positive))
                return Array.ConvertAll(labels, label => label == positive ? 1.0 : -1.0);
        }
        var found = labels.Distinct().Take(4).Select(label => label.ToString(CultureInfo.InvariantCulture));
        throw new UserError("the labels are not those of two classes", found: string.Join(", ", found), expected: "-1 and 1, 0 and 1, or 1 and 2");
    }
}
