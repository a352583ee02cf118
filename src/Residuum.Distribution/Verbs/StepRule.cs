using Residuum.Distribution.Compressors;
using Residuum.Distribution.Problems;
using Residuum.Numerics.Errors;

namespace Residuum.Distribution.Verbs;

/// <summary>A step size and where it comes from.</summary>
/// <param name="Size">γ.</param>
/// <param name="Source">How it was found, in words.</param>
/// <param name="Weights">w_i of EF21-W; null where nothing was estimated.</param>
internal sealed record StepRule(double Size, string Source, double[]? Weights)
{
    private const string Expected = "a positive number, theory, theory-am, theory-qm or theory-clone, with *FACTOR behind it if wanted";

    /// <exception cref="UserError">The text is no rule, or no theory gives a step for these.</exception>
    public static StepRule Of(DistributeOptions options, IObjective problem, ICompressor compressor)
    {
        bool isWeighted = options.Method == MethodKind.Ef21W;
        if (Number(options.Step) is { } given) return new StepRule(given, "given", isWeighted ? Constants(problem).Weights() : null);
        string[] words = options.Step.Split('*');
        double factor = words.Length == 1 ? 1 : words.Length == 2 && Number(words[1]) is { } number ? number : throw Wrong(options);
        var constants = Constants(problem);
        var (size, formula) = Theory(words[0], options, problem.Dimension, problem.Workers, compressor, constants);
        string times = factor == 1 ? "" : FormattableString.Invariant($"{factor:g4} times ");
        return new StepRule(factor * size, $"{times}{formula}; L = {DistributeResult.Text(constants.Whole)}, by {constants.Method}", isWeighted ? constants.Weights() : null);
    }

    private static (double Size, string Formula) Theory(string rule, DistributeOptions options, int length, int workers, ICompressor compressor, SmoothnessConstants constants)
    {
        if (rule == "theory" && options.Method == MethodKind.Gd) return (1 / constants.Whole, "1/L");
        double constant = compressor.Constant(length);
        if (double.IsNaN(constant)) throw new UserError("the loss of this compressor is not known before the vectors are, so that no step follows from theory", "step", compressor.Name, remedy: "give a number");
        if (rule == "theory" && options.Method == MethodKind.Diana)
            return (1 / (constants.Workers.ToArray().Max() * (1 + (6 * MethodChoice.Omega(compressor, length) / workers))), "1/(L_max (1 + 6 ω/n)), for convex functions");
        if (rule == "theory" && options.Method == MethodKind.Marina) return Marina(MethodChoice.Omega(compressor, length), workers, constants);
        if (compressor.Class == CompressorClass.Unbiased) constant = 1 / (1 + constant);
        if (compressor.Class == CompressorClass.Absolute) throw new UserError("no step follows from theory for this compressor", "step", compressor.Name, remedy: "give a number");
        var steps = StepSizes.Ef21(constants, constant * options.Participation);
        return rule switch
        {
            "theory" or "theory-am" => (steps.New, "1/(L + L_AM ξ), of EF21"),
            "theory-qm" => (steps.Old, "1/(L + L_QM ξ), of EF21 before 2024"),
            "theory-clone" => (steps.Clone, "1/(L + M ξ), of the cloned problem"),
            _ => throw Wrong(options),
        };
    }

    private static (double Size, string Formula) Marina(double omega, int workers, SmoothnessConstants constants)
    {
        double p = 1 / (1 + omega);
        return (1 / (constants.Whole + (constants.QuadraticMean * Math.Sqrt((1 - p) * omega / (p * workers)))), "1/(L + L_QM √((1 - p) ω/(p n)))");
    }

    private static SmoothnessConstants Constants(IObjective problem) => problem is ICurvatureBound bound
        ? Smoothness.Estimate(bound)
        : throw new UserError("the smoothness of this objective is not known", "step", problem.Name, remedy: "give a number");

    private static double? Number(string text) => ProblemSource.Number(text) is > 0 and var number ? number : null;

    private static UserError Wrong(DistributeOptions options) => new("the step size", "step", options.Step, Expected);
}
