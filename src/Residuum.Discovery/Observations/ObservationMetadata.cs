namespace Residuum.Discovery.Observations;

/// <summary>What is known of observations besides their values.</summary>
public sealed record ObservationMetadata
{
    /// <summary>File or process that the observations come from, as reports name it.</summary>
    public string Source { get; init; } = "memory";

    /// <summary>Standard deviation of the observation noise of each field, in the field's unit; empty where it is not known.</summary>
    public IReadOnlyList<double> NoiseStandardDeviations { get; init; } = [];

    /// <summary>Unit of each field, such as <c>m s-1</c>; empty where it is not known.</summary>
    public IReadOnlyList<string> FieldUnits { get; init; } = [];

    /// <summary>Description of each field for axes and tables; its name where left out.</summary>
    public IReadOnlyList<string> LongNames { get; init; } = [];

    /// <summary>Unit of time; empty for model time.</summary>
    public string TimeUnit { get; init; } = "";

    /// <summary>Unit of length; empty for model length.</summary>
    public string LengthUnit { get; init; } = "";

    /// <summary>Coordinate of the first grid point.</summary>
    public double Origin { get; init; }

    /// <summary>Seed of generated observations; nothing for measured ones.</summary>
    public long? Seed { get; init; }
}
