using System.Globalization;

namespace Residuum.Discovery.Sensors.Layered;

/// <summary>A variable's name without the number of its layer: <c>psi_2</c> is <c>psi</c> of layer 2.</summary>
/// <param name="Stem">Name without the number.</param>
/// <param name="Layer">Number, or null where the name has none.</param>
internal readonly record struct LayerName(string Stem, int? Layer)
{
    /// <summary>Takes a name apart.</summary>
    public static LayerName Of(string name)
    {
        string stem = name.TrimEnd([.. "0123456789"]);
        bool numbered = stem.Length is > 0 && int.TryParse(name.AsSpan(stem.Length), NumberStyles.None, CultureInfo.InvariantCulture, out _);
        return numbered ? new LayerName(stem.TrimEnd('_'), int.Parse(name.AsSpan(stem.Length), CultureInfo.InvariantCulture)) : new LayerName(name, null);
    }
}
