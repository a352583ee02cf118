using Residuum.Discovery.Projects;
using Residuum.Discovery.Sensors;
using Residuum.Discovery.Sensors.Layered;

namespace Residuum.Discovery.Verbs;

/// <summary>Pairs that are fitted, and pairs that only judge.</summary>
/// <param name="Fitted">Groups of pairs for the fit.</param>
/// <param name="Judges">Groups of pairs for forecasts: those that were left out, or all where none were.</param>
/// <param name="HeldOut">Number of pairs that were left out.</param>
internal sealed record FlowSplit(IReadOnlyList<SensorGroup> Fitted, IReadOnlyList<SensorGroup> Judges, int HeldOut)
{
    /// <summary>Splits observations.</summary>
    public static FlowSplit Of(LayeredObservations observations, FlowValidationOptions options)
    {
        int every = options.HeldOutEvery;
        if (every < 2 || observations.Pairs < FlowValidationOptions.FewestPairs) return new FlowSplit(observations.Groups, observations.Groups, 0);
        int before = 0;
        var (fitted, judges) = (new List<SensorGroup>(), new List<SensorGroup>());
        foreach (var group in observations.Groups)
        {
            var parts = Enumerable.Range(0, group.Pairs).ToLookup(pair => ((group.Numbers.Count > 0 ? group.Numbers[pair] : before + pair) % every) == every / 2); // from the middle: a later pair is there to forecast
            if (parts[false].Any()) fitted.Add(Select(group, [.. parts[false]]));
            if (parts[true].Any()) judges.Add(Select(group, [.. parts[true]]));
            before += group.Pairs;
        }
        return fitted.Count == 0 || judges.Count == 0
            ? new FlowSplit(observations.Groups, observations.Groups, 0)
            : new FlowSplit(fitted, judges, judges.Sum(group => group.Pairs));
    }

    /// <summary>Some pairs of a group.</summary>
    public static SensorGroup Select(SensorGroup group, IReadOnlyList<int> pairs) => group with
    {
        Values = group.Values.At([.. pairs.SelectMany(pair => new[] { 2 * pair, (2 * pair) + 1 })]),
        Times = group.Times.Count > 0 ? [.. pairs.Select(pair => group.Times[pair])] : [],
        Numbers = group.Numbers.Count > 0 ? [.. pairs.Select(pair => group.Numbers[pair])] : [],
    };
}
