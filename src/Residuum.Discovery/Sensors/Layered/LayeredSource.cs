using Residuum.Discovery.Observations;

namespace Residuum.Discovery.Sensors.Layered;

/// <summary>What a reader found in a file, before quality control.</summary>
/// <param name="Frames">The snapshots.</param>
/// <param name="Pairs">The two snapshots of each pair.</param>
/// <param name="Intervals">Δt of each pair.</param>
/// <param name="Times">Time t of each pair.</param>
/// <param name="Quantity">What was read.</param>
/// <param name="Metadata">Units, noise and source.</param>
/// <param name="Notes">What was assumed.</param>
internal sealed record LayeredSource(
    ILayeredFrames Frames,
    IReadOnlyList<(int Before, int After)> Pairs,
    IReadOnlyList<double> Intervals,
    IReadOnlyList<double> Times,
    ObservedQuantity Quantity,
    ObservationMetadata Metadata,
    IReadOnlyList<string> Notes);
