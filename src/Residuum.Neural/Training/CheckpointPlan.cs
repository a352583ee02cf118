namespace Residuum.Neural.Training;

/// <summary>Where and how often a training run is saved; a cancelled run is saved too.</summary>
/// <param name="Path">File, replaced each time.</param>
/// <param name="Every">Steps between two checkpoints.</param>
public sealed record CheckpointPlan(string Path, int Every);
