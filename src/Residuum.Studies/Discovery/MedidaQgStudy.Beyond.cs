using Residuum.Discovery.Corrections;
using Residuum.Discovery.Interpolation;
using Residuum.Discovery.Models;
using Residuum.Discovery.TwoLayer;
using Residuum.Experiments.Studies;

namespace Residuum.Studies.Discovery;

/// <summary>Beyond the paper: noise, few sensors, and flows that the correction was not learned on.</summary>
public sealed partial class MedidaQgStudy
{
    private const string FrictionTerm = "lap(psi2)";

    private void Beyond(Settings settings, TwoLayerTwin twin, StudyContext run)
    {
        Noise(settings, twin, run);
        FewSensors(twin, run);
        OtherFlows(settings, twin, run);
    }

    /// <summary>1 % noise on every grid point: pairs 16 steps apart, internal Runge-Kutta steps, weight and cutoff from the noise that is found.</summary>
    private void Noise(Settings settings, TwoLayerTwin twin, StudyContext run)
    {
        const int steps = 16;
        var group = twin.Apart(settings.NoisyPairs, steps, 0.01);
        var options = Published with { Scheme = ForecastScheme.Rk4 };
        var sheet = new MedidaQgCaseSheet("1 % noise: pairs 16 steps apart, Runge-Kutta steps inside");
        foreach (string code in new[] { "1001", "1004", "1006" })
        {
            var known = Case(code);
            var result = Find(known, [group], Polyharmonic, options, run);
            sheet.Add(known, result);
            var misses = Enumerable.Range(0, 2).SelectMany(layer => known.Support(layer).Select(term => Math.Abs((Coefficient(result, layer, term) / known.Coefficient(layer, term)) - 1)));
            run.Gate($"1 % noise, {code}: largest relative error of a missing coefficient", misses.Max(), Is.AtMost(0.1));
            run.Report($"1 % noise, {code}: exactly what is missing is found in both layers", MedidaQgCase.Found(result), Is.SetOf([.. known.Missing]));
        }
        run.Table(sheet.Table);
        var naive = Find(Case("1006"), twin.Observe(1, 3, mask: 0, noise: 0.01).Noisy.Groups, Polyharmonic, Published with { Weight = ScaleWeight.Vorticity, Cutoff = 100, LibraryTime = TwoLayerLibraryTime.Start }, run);
        run.Control("1 % noise, one step, increments of vorticity at all scales, 1006: the friction is found within a tenth", Math.Abs((Coefficient(naive, 1, FrictionTerm) / 0.3) - 1) < 0.1 ? "yes" : "no", Is.False);
    }

    /// <summary>Half and a quarter of the grid points, innovations.</summary>
    private void FewSensors(TwoLayerTwin twin, StudyContext run)
    {
        foreach (double ratio in new[] { 0.5, 0.25 })
        {
            var sheet = new MedidaQgCaseSheet($"{100 * ratio} % of the grid points observed, polyharmonic fill of the innovations");
            var groups = twin.Observe(ratio, 3).Noisy.Groups;
            foreach (string code in new[] { "1001", "1004", "1006" })
            {
                var known = Case(code);
                var result = Find(known, groups, Polyharmonic, Published with { Fill = FillMode.Innovations }, run);
                sheet.Add(known, result);
                for (int layer = 0; layer < 2; layer++)
                {
                    run.Report($"{100 * ratio} % sensors, {code}: layer {layer + 1} is exact", null, known.IsExact(result, layer) ? 1 : 0, bound: Is.EqualTo(1));
                    run.Metric($"error of {code} in layer {layer + 1} in percent, {100 * ratio} % sensors", known.Error(result, layer));
                }
            }
            run.Table(sheet.Table);
        }
    }

    /// <summary>Friction or β changed by half in truth and model alike: what is missing stays the same.</summary>
    private void OtherFlows(Settings settings, TwoLayerTwin twin, StudyContext run)
    {
        var known = Case("1006");
        var home = twin.Observe(1, settings.Pairs);
        double found = Coefficient(Find(known, home.Noisy.Groups, Polyharmonic, Published, run), 1, FrictionTerm);
        using var neural = Train(twin.Truth, known, home.States, run);
        double own = NeuralError(neural, twin.Truth, known, home.States);
        run.Report("neural correction: error of h in layer 2 on the flow it was trained on, relative", null, own);
        var (friction, beta) = (twin.Truth.Parameters.Friction, twin.Truth.Parameters.Beta);
        foreach (var (name, other) in new[]
        {
            ("friction x 0.5", twin.Truth.Parameters with { Friction = 0.5 * friction }), ("friction x 1.5", twin.Truth.Parameters with { Friction = 1.5 * friction }),
            ("beta x 0.5", twin.Truth.Parameters with { Beta = 0.5 * beta }), ("beta x 1.5", twin.Truth.Parameters with { Beta = 1.5 * beta }),
        })
        {
            var away = twin.Changed(other, run.Cancel).Observe(1, 3);
            var model = twin.Truth.With(TwoLayerCases.Named("1006").Model(other));
            var again = _discover(model, away.Noisy.Groups, Interpolators.Create(Polyharmonic), Library, Published, run.Cancel);
            run.Gate($"other flow, {name}: change of the closed-form coefficient, relative", Math.Abs((Coefficient(again, 1, FrictionTerm) / found) - 1), Is.AtMost(1e-9));
            double error = NeuralError(neural, twin.Truth.With(other), known, away.States);
            run.Report($"other flow, {name}: error of the neural correction, relative", null, error);
            run.Report($"other flow, {name}: error of the neural correction over that at home", null, error / own, bound: Is.AtLeast(1.5));
        }
    }

    private static NeuralCorrection Train(TwoLayerModel truth, MedidaQgCase known, IReadOnlyList<double[]> states, StudyContext run)
    {
        var (psi, h) = Examples(truth, truth.With(known.Model), states);
        return NeuralCorrection.Fit(
            truth.Grid, psi, h, 2, new NeuralCorrectionOptions { Cut = Published.Cut }, run.Seed, truth.JetStreamFunction(), run.Progress, run.Cancel);
    }

    /// <summary>ψ and h of pairs, <c>[pairs, 2, Ny, Nx]</c> each.</summary>
    private static (double[] Psi, double[] H) Examples(TwoLayerModel truth, TwoLayerModel model, IReadOnlyList<double[]> states)
    {
        double[][] starts = [.. states.Where((_, i) => i % 2 == 0)];
        double step = truth.Parameters.TimeStep;
        return ([.. starts.SelectMany(start => start)], [.. starts.SelectMany((start, pair) => Increments(model, [.. start, .. states[(2 * pair) + 1]], step))]);
    }

    /// <summary>‖h_network - h‖/‖h‖ of the lower layer inside the cut.</summary>
    private static double NeuralError(NeuralCorrection neural, TwoLayerModel truth, MedidaQgCase known, IReadOnlyList<double[]> states)
    {
        var model = truth.With(TwoLayerCases.Named(known.Code).Model(truth.Parameters));
        var (psi, h) = Examples(truth, model, states);
        double[] answer = neural.Tendency(psi);
        int size = 2 * truth.Grid.Points;
        double wrong = 0, all = 0;
        for (int from = 0; from < psi.Length; from += size)
        {
            double[] difference = [.. Enumerable.Range(from, size).Select(i => answer[i] - h[i])];
            wrong += Math.Pow(DeviationInside(truth, difference, 1), 2);
            all += Math.Pow(DeviationInside(truth, h[from..(from + size)], 1), 2);
        }
        return Math.Sqrt(wrong / all);
    }

    private static double Coefficient(TwoLayerResult result, int layer, string term) => result.Layers[layer].Coefficients[Library.IndexOf(term)];
}
