using Residuum.Distribution.Problems;
using Residuum.Experiments.Methods;
using Residuum.Numerics.Errors;

namespace Residuum.Distribution.Verbs;

/// <summary><c>distribute smoothness</c>: the constants that theory's step sizes need, and what they give.</summary>
internal static class SmoothnessVerb
{
    public static StepReport Run(ProblemOptions options, VerbRun run, CancellationToken cancel)
    {
        var problem = ProblemSource.Open(options, run.BaseFolder, run.Seed);
        var compressor = Compressors.Compressors.Create(options.Compressor, options.Values);
        double constant = compressor.Constant(problem.Dimension), alpha = compressor.Class == Compressors.CompressorClass.Unbiased ? 1 / (1 + constant) : constant;
        if (!(alpha is > 0 and <= 1)) throw new UserError("the loss of this compressor is not known before the vectors are", "compressor", compressor.Name, expected: "one with a constant, such as topk:1");
        return StepReport.Of(StepSizes.Ef21(Smoothness.Estimate((ICurvatureBound)problem), alpha), options.Participation, compressor.Name);
    }
}

/// <summary>Constants of smoothness and the steps that follow.</summary>
internal sealed record StepReport(
    string Compressor, double Alpha, double Xi, double L, double ArithmeticMean, double QuadraticMean, double Variance, double RelativeVariance,
    double StepOld, double StepNew, double StepClone, double StepPartial, double SpeedUp, string Method, IReadOnlyList<double> Workers) : IVerbResult
{
    public static StepReport Of(Ef21Steps steps, double participation, string compressor)
    {
        var constants = steps.Constants;
        double mean = constants.ArithmeticMean;
        return new StepReport(
            compressor, steps.Alpha, steps.Xi, constants.Whole, mean, constants.QuadraticMean, constants.Variance, mean > 0 ? constants.Variance / (mean * mean) : 0,
            steps.Old, steps.New, steps.Clone, steps.Partial(participation), steps.SpeedUp, constants.Method, constants.Workers.ToArray());
    }

    public void Write(IPage page)
    {
        page.Line($"{Compressor}: α = {DistributeResult.Text(Alpha)}, ξ = {DistributeResult.Text(Xi)}; constants by {Method}");
        page.Table(["constant", "value"],
        [
            ["L", DistributeResult.Text(L)], ["L_AM", DistributeResult.Text(ArithmeticMean)], ["L_QM", DistributeResult.Text(QuadraticMean)],
            ["L_var", DistributeResult.Text(Variance)], ["L_var/L_AM²", DistributeResult.Text(RelativeVariance)],
        ]);
        page.Table(["step size", "γ"],
        [
            ["EF21 before 2024, 1/(L + L_QM ξ)", DistributeResult.Text(StepOld)], ["EF21 and EF21-W, 1/(L + L_AM ξ)", DistributeResult.Text(StepNew)],
            ["cloned, 1/(L + M ξ)", DistributeResult.Text(StepClone)], ["with partial participation", DistributeResult.Text(StepPartial)],
        ]);
        page.Line($"{DistributeResult.Text(SpeedUp)} times fewer rounds than with the step before 2024");
    }
}
