using Residuum.Data.Npy;
using Residuum.Discovery.Models;
using Residuum.Numerics.Steppers;
using Residuum.Numerics.Threading;
using Residuum.Numerics.Transforms;

namespace Residuum.Benchmarks;

/// <summary>The work of the two-layer model: leapfrog steps of one state on two grids, and of an ensemble.</summary>
public sealed class MedidaQgModel : IComparisonSuite
{
    private const int Steps = 10, Members = 24;
    private const string Peer = "two_layer.py";
    private readonly TwoLayerModel _fine = new(TwoLayerModel.PublishedGrid());
    private readonly TwoLayerModel _coarse = TurbulentStates.Model;
    private readonly double[] _fineStart, _coarseStart, _ensemble;

    /// <summary>Takes the input: turbulent states, and a smooth one on the fine grid.</summary>
    public MedidaQgModel()
    {
        _fineStart = _fine.PotentialVorticity([.. TwoLayerSpinup.RandomStart(_fine.Grid, seed: 0).Select(psi => 100 * psi)]);
        _coarseStart = _coarse.PotentialVorticity(TurbulentStates.All[0]);
        _ensemble = [.. Enumerable.Range(0, Members).SelectMany(member => _coarse.PotentialVorticity(TurbulentStates.All[member % 3]).Select(q => q * (1 - (0.01 * member))))];
    }

    /// <inheritdoc/>
    public void Write(string folder)
    {
        NpyWriter.Write(Path.Combine(folder, "two-layer-96x192.npy"), _fineStart, 2, 192, 96);
        NpyWriter.Write(Path.Combine(folder, "two-layer-64x96.npy"), _coarseStart, 2, 96, 64);
        NpyWriter.Write(Path.Combine(folder, "two-layer-ensemble.npy"), _ensemble, Members, 2, 96, 64);
    }

    /// <inheritdoc/>
    public IEnumerable<Comparison> Comparisons()
    {
        yield return Step("step-96x192", _fine, _fineStart);
        yield return Step("step-64x96", _coarse, _coarseStart);
        yield return new Comparison(
            "discover/medida-qg/ensemble", $"a leapfrog step of one of {Members} members of 64 x 96 points, {Steps} steps at a time", (Peer, "ensemble"), Ensemble(), Members * Steps,
            _ => EnsembleFloor(), Bar: 2)
        {
            FloorBar = 2,
            Limit = "nine transforms between 64 x 96 and 96 x 144 points, each member on a core of its own",
        };
    }

    private static Comparison Step(string id, TwoLayerModel model, double[] start) =>
        new($"discover/medida-qg/{id}", $"one leapfrog step of the two-layer model on {model.Grid.Nx} x {model.Grid.Ny} points", (Peer, id), OneState(model, start), Steps, _ => StepFloor(model), Bar: 2)
        {
            FloorBar = 2,
            Limit = "its own transforms, timed alone: four to the dealiased grid, five back, and the sponge's, shared by the cores",
        };

    private static Func<double> OneState(TwoLayerModel model, double[] start)
    {
        var stepper = model.Stepper();
        double[] first = new double[2 * model.Transform.SpectrumSize], state = new double[first.Length];
        model.Transform.Forward(start, first);
        int check = 2 * ((3 * model.Transform.ModesX) + 2); // l = 3, k = 2
        return () =>
        {
            first.CopyTo(state, 0);
            stepper.Restart();
            for (int step = 0; step < Steps; step++) stepper.Step(state);
            return state[check];
        };
    }

    private Func<double> Ensemble() => () =>
        _coarse.RunEnsemble(_ensemble, Steps, TimeScheme.Leapfrog)[((Members - 1) * 2 * _coarse.Grid.Points) + (40 * 64) + 30];

    private static double StepFloor(TwoLayerModel model)
    {
        var team = new WorkTeam();
        var transforms = new Transforms(model.Grid);
        return Best(() => transforms.Run(team));
    }

    private double EnsembleFloor()
    {
        var alone = new WorkTeam(1);
        Transforms[] members = [.. Enumerable.Range(0, Members).Select(_ => new Transforms(_coarse.Grid))];
        return Best(() => Parallel.ForEach(members, member => member.Run(alone))) / Members;
    }

    private static double Best(Action work) => Enumerable.Range(0, 200).Min(_ => Pairing.Measure(() =>
    {
        work();
        return 0;
    }, 1).Seconds);

    // The transforms of a step and nothing else.
    private sealed class Transforms(PlaneGrid grid)
    {
        private readonly PlaneProducts _products = PlaneProducts.Create(grid, inputs: 4, outputs: 5, static (_, _, _) => { });
        private readonly ProfileProduct _sponge = new(grid, new double[grid.Ny]);
        private readonly double[] _spectra = new double[2 * grid.Transform.SpectrumSize], _damped = new double[2 * grid.Transform.SpectrumSize];

        public void Run(WorkTeam team)
        {
            team.Run(_products.Inputs + 2, share =>
            {
                if (share < _products.Inputs) _products.Expand(share);
                else _sponge.Of(Layer(_spectra, share - _products.Inputs), Layer(_damped, share - _products.Inputs));
            });
            team.Run(_products.Shares, _products.Multiply);
            team.Run(_products.Outputs, _products.Cut);
        }

        private static Span<double> Layer(double[] spectra, int layer) => spectra.AsSpan(layer * spectra.Length / 2, spectra.Length / 2);
    }
}
