namespace Residuum.Discovery.Assimilation;

/// <summary>What a joint filter found.</summary>
/// <param name="Coefficients">Mean of each coefficient at the end, <c>[q]</c>; exactly 0 where it was dropped.</param>
/// <param name="Deviations">Standard deviation of each over the ensemble, <c>[q]</c>; 0 where it was dropped.</param>
/// <param name="InnovationRatio">Mean squared innovation of the second half of the sequence over what the filter expects: near 1 where model and noise are right.</param>
/// <param name="Passes">Runs over the sequence: 1, and one more after each drop.</param>
public sealed record JointEstimate(double[] Coefficients, double[] Deviations, double InnovationRatio, int Passes);
