using Residuum.Distribution.Verbs;
using Residuum.Experiments.Methods;
using Residuum.Experiments.Studies;

namespace Residuum.Distribution;

/// <summary>What <c>residuum distribute</c> offers; the tool and the studies read this list.</summary>
public static class DistributionRoom
{
    /// <summary>The paper behind EControl.</summary>
    public static Citation EControlPaper { get; } = new(
        ["Gao, Yuan", "Islamov, Rustem", "Stich, Sebastian U."],
        "EControl: Fast distributed optimization with compression and error control",
        "International Conference on Learning Representations",
        2024)
    {
        Arxiv = "2311.05645",
    };

    /// <summary>The paper behind the step sizes of EF21 and EF21-W.</summary>
    public static Citation Ef21WeightedPaper { get; } = new(
        ["Richtárik, Peter", "Gasanov, Elnur", "Burlachenko, Konstantin"],
        "Error feedback reloaded: From quadratic to arithmetic mean of smoothness constants",
        "International Conference on Learning Representations",
        2024)
    {
        Arxiv = "2402.10774",
    };

    /// <summary>The methods of the room.</summary>
    public static IReadOnlyList<Method> Methods { get; } =
    [
        new Method<DistributeOptions, IVerbResult>("econtrol")
        {
            Word = "run",
            Summary = "Optimise over many workers with compressed messages, and measure bits and rounds.",
            Citation = EControlPaper,
            HasDryRun = true,
            HasResume = true,
            Examples =
            [
                new("residuum distribute run --samples train.libsvm --workers 20 --split label:0.5 --method econtrol --compressor topk:0.1", "EControl on your samples, with its step size from theory."),
                new("residuum distribute run --samples a9a-like --method ef21-w --compressor topk:1 --step theory*4 --json", "Weighted EF21 with one number a message and four times theory's step."),
                new("residuum distribute run --samples synth-ls --workers 10 --compressor topk:30 --step 1e-3 --rounds 4000 --target 0", "The paper's unlike least squares with noise."),
            ],
            Run = RunVerb.Run,
            Companions = [CompareVerb.Verb],
        },
        new Method<ProblemOptions, StepReport>("ef21-weighted")
        {
            Word = "smoothness",
            Summary = "Estimate the constants of smoothness that step sizes need, and the steps that follow.",
            Citation = Ef21WeightedPaper,
            Examples = [new("residuum distribute smoothness --samples train.libsvm --workers 1000 --compressor topk:1", "L, L_i and the steps of EF21 before and after 2024.")],
            Run = SmoothnessVerb.Run,
        },
    ];

    /// <summary>The room.</summary>
    public static Room Room { get; } = new("distribute", "Optimise over many workers with compressed messages.", Methods);
}
