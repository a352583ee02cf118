using Residuum.Discovery.Interpolation;
using Residuum.Discovery.Models;
using Residuum.Discovery.TwoLayer;
using Residuum.Experiments.Studies;

namespace Residuum.Studies.Discovery;

/// <summary>The paper's size: 96 x 192 points, ν = 1e-6, one pair.</summary>
/// <remarks>The published network, trained for a part of its 200,000 iterations, stands beside the tangent readout and the fill: an iteration takes seconds on two cores.</remarks>
public sealed partial class MedidaQgStudy
{
    private void PublishedSize(Settings settings, StudyContext run)
    {
        var truth = new TwoLayerModel(TwoLayerModel.PublishedGrid());
        var twin = TwoLayerTwin.SpunUp(truth, run.Seed, 1, run.Progress, run.Cancel);
        foreach (double ratio in settings.PublishedRatios)
        {
            Compare(twin, ratio, Polyharmonic, Interpolators.Create(Polyharmonic), run);
            if (ratio == 1) continue;
            Compare(twin, ratio, Fourier, Interpolators.Create(Fourier), run);
            Compare(twin, ratio, $"rff-mlp:two-net, {settings.PublishedIterations} of 200000 iterations", new RandomFourierNetwork(RandomFourierOptions.Published with { Iterations = settings.PublishedIterations }), run);
        }
    }

    /// <summary>All cases from states that one interpolator made.</summary>
    private void Compare(TwoLayerTwin twin, double ratio, string name, IFieldInterpolator interpolator, StudyContext run)
    {
        var groups = twin.Observe(ratio, 1).Noisy.Groups;
        var once = new RememberedInterpolator(interpolator); // all cases see the same readings
        var options = new TwoLayerMedidaOptions { Replicates = 0, TryFewerSensors = false, Fill = FillMode.States, Selection = SparsityRule.Corner };
        var answers = new MedidaQgAnswers();
        string what = FormattableString.Invariant($"96 x 192, {100 * ratio} % sensors, {name}");
        foreach (string code in AllCases)
        {
            var known = new MedidaQgCase(TwoLayerCases.Named(code), Library, twin.Truth.Parameters);
            var result = _discover(twin.Truth.With(known.Model), groups, once, Library, options, run.Cancel);
            answers.Add(known, result);
            for (int layer = 0; layer < 2; layer++) run.Metric($"{what}, {code}: error in layer {layer + 1}, percent", known.Error(result, layer));
        }
        for (int layer = 0; layer < 2; layer++) run.Report($"{what}: part of the nine cases with exact layer {layer + 1}", null, answers.Exact(layer), bound: Is.EqualTo(1));
        var sheet = answers.Sheet(what);
        run.Table(sheet.Table);
        run.Figure($"l-curves-{FormattableString.Invariant($"{100 * ratio}")}-{interpolator.Name.Replace(':', '-')}", sheet.Curves());
    }
}
