using Residuum.Experiments.Reports;

namespace Residuum.Experiments.Studies;

/// <summary>All that a finished seed leaves; kept in the checkpoint, so that a resumed run goes on at the next seed.</summary>
internal sealed record SeedRecord(int Seed, double Seconds, IReadOnlyList<ClaimMeasurement> Claims, IReadOnlyList<FigureFile> Figures, IReadOnlyList<Table> Tables);

/// <summary>A figure that was drawn into the run folder.</summary>
internal sealed record FigureFile(string Name, string Title, string AltText);
