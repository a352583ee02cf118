using Residuum.Discovery.Solvers;
using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Observations;

/// <summary>States as they stand in a file, one frame a time, with the groups that make samples.</summary>
/// <param name="Fields">Values of each field, <c>[frames, points]</c>.</param>
/// <param name="Layout">Layout of a state.</param>
/// <param name="Groups">Frames of each sample, oldest first.</param>
/// <param name="Steps">Time step of each sample.</param>
/// <param name="Ends">Time of each sample's end.</param>
internal sealed record ObservedFrames(IReadOnlyList<double[]> Fields, StateLayout Layout, IReadOnlyList<int[]> Groups, double[] Steps, double[] Ends)
{
    /// <summary>Gathers the samples.</summary>
    public ObservationSet Gather(ObservationMetadata metadata)
    {
        if (Groups.Count == 0) throw new UserError("no sample", metadata.Source, remedy: "a sample needs at least two states of one trajectory");
        int lags = Groups[0].Length;
        var states = new StateBatch[lags];
        for (int lag = 0; lag < lags; lag++)
        {
            states[lag] = new StateBatch(Layout, Groups.Count);
            for (int sample = 0; sample < Groups.Count; sample++)
            {
                for (int field = 0; field < Fields.Count; field++)
                    Fields[field].AsSpan(Groups[sample][lag] * Layout.Points, Layout.Points).CopyTo(states[lag].Field(sample, field));
            }
        }
        return new ObservationSet(states, Steps, metadata, Ends);
    }
}
