using Residuum.Discovery;
using Residuum.Discovery.Interpolation;
using Residuum.Discovery.Models;
using Residuum.Discovery.Sensors;
using Residuum.Discovery.TwoLayer;
using Residuum.Experiments.Studies;
using Residuum.Numerics.Steppers;

namespace Residuum.Studies.Discovery;

/// <summary>Mojgani, Chattopadhyay and Hassanzadeh, J. Adv. Model. Earth Syst. 16, e2023MS004033 (2024): missing terms of two-layer turbulence from sparse observations.</summary>
/// <remarks>Card medida-qg. Bounds are the card's, set on other flows and masks than those that are run here; ε* is in percent of the truth's coefficients.</remarks>
/// <param name="discover">The method that is judged; MEDIDA where left out. A sabotage test puts a broken one here.</param>
/// <param name="march">The model's time stepping: a Runge-Kutta run of q' where left out.</param>
/// <param name="network">Makes a network of its name; see <see cref="NetworkOf"/>.</param>
public sealed partial class MedidaQgStudy(MedidaQgStudy.Method? discover = null, MedidaQgStudy.March? march = null, Func<string, IFieldInterpolator>? network = null)
    : Study<MedidaQgStudy.Settings>
{
    private readonly Method _discover = discover
        ?? ((model, groups, interpolator, library, options, cancel) => TwoLayerMedida.Discover(model, groups, interpolator, library, options, null, null, cancel));

    private readonly Func<string, IFieldInterpolator> _network = network ?? NetworkOf;

    private readonly March _march = march ?? ((model, q, steps) => model.Run(q, steps, TimeScheme.Etdrk4));

    /// <summary>A method that finds what a two-layer model is missing.</summary>
    /// <param name="model">The imperfect model.</param>
    /// <param name="groups">Pairs of snapshots at sensors.</param>
    /// <param name="interpolator">Makes fields of readings.</param>
    /// <param name="library">Candidate terms.</param>
    /// <param name="options">Options.</param>
    /// <param name="cancel">Stops the work.</param>
    public delegate TwoLayerResult Method(
        TwoLayerModel model, IReadOnlyList<SensorGroup> groups, IFieldInterpolator interpolator, TwoLayerLibrary library, TwoLayerMedidaOptions options, CancellationToken cancel);

    /// <summary>Steps a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="q">q', <c>[2, Ny, Nx]</c>.</param>
    /// <param name="steps">Number of steps.</param>
    /// <returns>q' after the steps.</returns>
    public delegate double[] March(TwoLayerModel model, double[] q, int steps);

    /// <summary>Sizes.</summary>
    /// <param name="CachedStates">Whether the states that come with the library are taken; else each seed spins its own flow up.</param>
    /// <param name="Pairs">Pairs of the fully observed part.</param>
    /// <param name="Cases">Cases of the fully observed part.</param>
    /// <param name="SparseCases">Cases at 95 % sensors.</param>
    /// <param name="SparserCases">Cases at 90 % sensors.</param>
    /// <param name="Masks">Masks of sensors a seed.</param>
    /// <param name="NetworkMasks">Masks of sensors a seed that networks interpolate.</param>
    /// <param name="NoisyPairs">Pairs with noise of 1 %; 0 leaves out all that goes beyond the paper.</param>
    /// <param name="PublishedRatios">Shares of sensors at the paper's size; none leaves it out.</param>
    /// <param name="PublishedIterations">Iterations of the published networks there; 200,000 are the paper's, weeks on two cores.</param>
    public sealed record Settings(
        bool CachedStates, int Pairs, IReadOnlyList<string> Cases, IReadOnlyList<string> SparseCases, IReadOnlyList<string> SparserCases, int Masks, int NetworkMasks, int NoisyPairs,
        IReadOnlyList<double> PublishedRatios, int PublishedIterations);

    /// <inheritdoc/>
    public override string Title => "MEDIDA finds the missing terms of two-layer turbulence from sparse sensors";

    /// <inheritdoc/>
    public override Citation Citation => DiscoveryRoom.SparseFlowPaper;

    /// <inheritdoc/>
    public override IReadOnlyList<int> Seeds => [0, 1];

    /// <inheritdoc/>
    public override Settings Smoke => new(CachedStates: true, Pairs: 1, ["1004", "1006", "1009"], ["1001"], ["1006"], Masks: 1, NetworkMasks: 0, NoisyPairs: 0, [], 0);

    /// <inheritdoc/>
    public override Settings Quick => new(CachedStates: false, Pairs: 5, AllCases, AllCases, AllCases, Masks: 1, NetworkMasks: 1, NoisyPairs: 8, [], 0);

    /// <inheritdoc/>
    public override Settings Full => Quick with { Masks = 8, NetworkMasks = 3, PublishedRatios = [1, 0.95, 0.75, 0.5], PublishedIterations = 200 };

    private static string[] AllCases => [.. TwoLayerCases.Published.Select(known => known.Code)];

    private static TwoLayerLibrary Library { get; } = TwoLayerLibrary.Of([]);

    // The published method: the answer is not tried again with fewer sensors.
    private static TwoLayerMedidaOptions Published { get; } = new() { Cut = 10, Replicates = 0, TryFewerSensors = false };

    private static TwoLayerModel Model { get; } = TurbulentStates.Model;

    /// <inheritdoc/>
    protected override void Run(Settings settings, StudyContext run)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(run);
        RossbyWaves(run);
        var twin = settings.CachedStates ? TwoLayerTwin.Cached(run.Seed) : TwoLayerTwin.SpunUp(Model, run.Seed, Math.Max(settings.Pairs, settings.NoisyPairs), run.Progress, run.Cancel);
        FullyObserved(settings, twin, run);
        NearlyObserved(settings, twin, run);
        Sparse(settings, twin, run);
        if (settings.NetworkMasks > 0) Networks(settings, twin, run);
        if (settings.NoisyPairs > 0) Beyond(settings, twin, run);
        if (settings.PublishedRatios.Count > 0) PublishedSize(settings, run);
    }

    /// <summary>A: every point observed.</summary>
    private void FullyObserved(Settings settings, TwoLayerTwin twin, StudyContext run)
    {
        var groups = twin.Observe(1, settings.Pairs).Noisy.Groups;
        var sheet = new MedidaQgCaseSheet("A: every grid point observed");
        double worst = 0;
        foreach (string code in settings.Cases)
        {
            var known = Case(code);
            var result = Find(known, groups, Polyharmonic, Published, run);
            run.Gate($"A, every point observed, {code}: exactly what is missing is found in both layers", MedidaQgCase.Found(result), Is.SetOf([.. known.Missing]));
            worst = Math.Max(worst, Math.Max(known.Error(result, 0), known.Error(result, 1)));
            sheet.Add(known, result);
        }
        run.Gate("A, every point observed: largest error of the coefficients in any case and layer", worst, Is.AtMost(1e-9), "%");
        Unfiltered(settings, groups, run);
        run.Table(sheet.Table);
        run.Figure("l-curves", sheet.Curves());
    }

    /// <summary>What the hyperdiffusion of the step does to columns that do not pass it.</summary>
    private void Unfiltered(Settings settings, IReadOnlyList<SensorGroup> groups, StudyContext run)
    {
        double others = 0;
        foreach (string code in settings.Cases)
        {
            var known = Case(code);
            var result = Find(known, groups, Polyharmonic, Published with { FilterColumns = false }, run);
            double error = Math.Max(known.Error(result, 0), known.Error(result, 1));
            if (code == "1004") run.Control("A, columns without the step's hyperdiffusion, 1004: the Jacobians are biased", error, Is.Between(0.1, 0.35), "%");
            else if (code == "1005") run.Control("A, columns without the step's hyperdiffusion, 1005: the Jacobians are biased", error, Is.Between(0.2, 0.7), "%");
            else others = Math.Max(others, error);
        }
        run.Report("A, columns without the step's hyperdiffusion: largest error of the cases without a Jacobian", null, others, "%", Is.AtMost(0.06));
    }

    /// <summary>B: 95 % of the grid points observed, gaps filled by polyharmonic splines.</summary>
    private void NearlyObserved(Settings settings, TwoLayerTwin twin, StudyContext run)
    {
        const double ratio = 0.95;
        var sheet = new MedidaQgCaseSheet("B: 95 % of the grid points observed, polyharmonic fill of the states");
        double upper = 0, lower = 0, advected = 0;
        foreach (string code in settings.SparseCases)
        {
            var known = Case(code);
            int exact = 0;
            for (int mask = 0; mask < settings.Masks; mask++)
            {
                var result = Find(known, twin.Observe(ratio, 3, mask).Noisy.Groups, Polyharmonic, Published with { Fill = FillMode.States }, run);
                exact += known.IsExact(result, 0) && known.IsExact(result, 1) ? 1 : 0;
                double first = known.Error(result, 0), second = known.Error(result, 1);
                if (known.HasJacobian) advected = Math.Max(advected, Math.Max(first, second));
                else (upper, lower) = (Math.Max(upper, first), Math.Max(lower, second));
                if (mask == 0) sheet.Add(known, result);
                run.Trace("95 %", new { code, mask, found = MedidaQgCase.Found(result), upper = first, lower = second });
            }
            run.Gate($"B, 95 % sensors, {code}: part of the masks with exact support in both layers", (double)exact / settings.Masks, Is.EqualTo(1));
        }
        run.Gate("B, 95 % sensors: largest error in layer 1, no Jacobian missing", upper, Is.AtMost(0.2), "%");
        run.Gate("B, 95 % sensors: largest error in layer 2, no Jacobian missing", lower, Is.AtMost(1), "%");
        if (settings.SparseCases.Contains("1005")) run.Gate("B, 95 % sensors: largest error where Jacobians are missing", advected, Is.AtMost(2), "%");
        run.Table(sheet.Table);
        Cubic(settings, twin, run);
    }

    /// <summary>The published baseline, cubic pieces, is too rough for Laplacians.</summary>
    private void Cubic(Settings settings, TwoLayerTwin twin, StudyContext run)
    {
        var groups = twin.Observe(0.95, 3).Noisy.Groups;
        foreach (var (code, least) in new[] { ("1001", 50.0), ("1004", 5.0) }.Where(entry => settings.SparseCases.Contains(entry.Item1)))
        {
            var known = Case(code);
            var states = Published with { Fill = FillMode.States };
            var result = Find(known, groups, "cubic", states, run);
            double error = known.Error(result, 0), smooth = known.Error(Find(known, groups, Polyharmonic, states, run), 0);
            run.Control($"B, cubic interpolation, {code}: error in layer 1 over that of the polyharmonic fill", error / smooth, Is.AtLeast(least));
            if (code != "1001") continue;
            run.Control("B, cubic interpolation, 1001: layer 1 is found", known.IsExact(result, 0) ? "yes" : "no", Is.False);
            run.Control("B, cubic interpolation, 1001: error in layer 1", error, Is.AtLeast(5), "%");
        }
    }

    private const string Polyharmonic = "polyharmonic:6";

    private TwoLayerResult Find(MedidaQgCase known, IReadOnlyList<SensorGroup> groups, string interpolator, TwoLayerMedidaOptions options, StudyContext run) =>
        _discover(Model.With(known.Model), groups, Interpolators.Create(interpolator), Library, options, run.Cancel);
}
