using Residuum.Data.Npy;
using Residuum.Discovery.Assimilation;
using Residuum.Discovery.Models;
using Residuum.Discovery.Regression;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Random;
using Residuum.Numerics.Statistics;
using Residuum.Numerics.Steppers;
using Residuum.Numerics.Transforms;

namespace Residuum.Benchmarks;

/// <summary>The work of MEDIDA on Kuramoto-Sivashinsky with 1,024 points: stepping, assimilation, regression.</summary>
public sealed class MedidaKs : IComparisonSuite
{
    private const int Points = 1024, Members = 1000, Rows = 100_000, Columns = 30, Steps = 10;
    private const double Length = 100, Step = 0.005, Sigma = 0.1, Spread = 0.25;
    private const int TransformsOfStep = 8, TransformsOfForecast = 4;
    private readonly KuramotoSivashinsky _model = new(FourierGrid.Periodic(Length, Points));
    private readonly double[] _initial, _observation;
    private readonly double[] _ensemble = new double[Members * Points], _errors = new double[Members * Points];
    private readonly Matrix _columns = new(Rows, Columns);
    private readonly double[] _target = new double[Rows];

    /// <summary>Draws the input.</summary>
    public MedidaKs()
    {
        _initial = _model.InitialState(seed: 0);
        _observation = [.. _initial.Select(u => u + Sigma)];
        new RandomStream(0, "ensemble").Normal(_ensemble);
        for (int i = 0; i < _ensemble.Length; i++) _ensemble[i] = _initial[i % Points] + (Spread * _ensemble[i]);
        new RandomStream(0, "observation errors").Normal(_errors);
        var errors = new Matrix(Members, Points, _errors);
        EnsembleMoments.Centre(errors); // then the mean of the analysis does not depend on them
        new RandomStream(0, "columns").Normal(_columns.Values);
        var noise = new RandomStream(0, "target");
        for (int row = 0; row < Rows; row++)
            _target[row] = _columns[row, 3] - (0.7 * _columns[row, 11]) + (0.4 * _columns[row, 20]) + (0.1 * noise.Normal());
    }

    /// <inheritdoc/>
    public void Write(string folder)
    {
        NpyWriter.Write(Path.Combine(folder, "initial.npy"), _initial, Points);
        NpyWriter.Write(Path.Combine(folder, "observation.npy"), _observation, Points);
        NpyWriter.Write(Path.Combine(folder, "ensemble.npy"), _ensemble, Members, Points);
        NpyWriter.Write(Path.Combine(folder, "errors.npy"), _errors, Members, Points);
        NpyWriter.Write(Path.Combine(folder, "columns.npy"), _columns.Values, Rows, Columns);
        NpyWriter.Write(Path.Combine(folder, "target.npy"), _target, Rows);
    }

    /// <inheritdoc/>
    public IEnumerable<Comparison> Comparisons()
    {
        const string Stepping = "kuramoto_sivashinsky.py", Filter = "assimilation.py";
        yield return new Comparison(
            "discover/medida-ks/step", "one ETDRK4 step of one trajectory", (Stepping, "step"), OneStep(), 1, machine => TransformsOfStep * machine.Transform, Bar: 3)
        {
            Limit = "eight real transforms on one core; besides them the step reads and writes its coefficients and stages in cache",
        };
        yield return new Comparison(
            "discover/medida-ks/ensemble-step", $"an ETDRK4 step of one of {Members:n0} members, {Steps} steps at a time", (Stepping, "ensemble-step"), EnsembleSteps(),
            Members * Steps, machine => TransformsOfStep * machine.BatchedTransform, Bar: 4)
        {
            FloorBar = 2,
            Limit = "eight real transforms on all cores, each member in the cache of its core",
        };
        yield return new Comparison(
            "discover/medida-ks/assimilation", $"one cycle with {Members:n0} members: forecast, gain, mean of the analysis", (Filter, "assimilation"), Cycle(), 1, CycleFloor, Bar: 4)
        {
            Limit = "the transforms of the forecast, and as many readings of the anomalies as conjugate gradients need for this condition number; no Gram matrix is formed",
        };
        yield return new Comparison(
            "discover/medida-ks/assimilation-best", "the same cycle against numpy by conjugate gradients too, without covariance, gain or factor", (Filter, "assimilation-best"), Cycle(), 1, CycleFloor, Bar: 1)
        {
            Limit = "as above; this peer does the same algebra and reads the anomalies twice an iteration",
        };
        yield return new Comparison(
            "discover/medida-ks/assimilation-published", "the same cycle against the published form, member by member", (Filter, "assimilation-published"), Cycle(), 1, CycleFloor, Bar: 100)
        {
            Limit = "as above; the published form forms covariance, operator and gain in full and loops over the members",
        };
        yield return new Comparison(
            "discover/medida-ks/rvm", $"relevance vector machine on {Rows:n0} x {Columns} by its Gram matrix", ("relevance_vector_machine.py", "rvm"), Regression(), 1, RegressionFloor, Bar: 2)
        {
            Limit = "one reading of the rows from memory, or half a Gram matrix at the speed of a matrix product, whichever is slower",
        };
    }

    private Func<double> OneStep()
    {
        var stepper = TimeStepper.Create(TimeScheme.Etdrk4, new PeriodicSystem(_model.Grid, 1, _model.Terms), Step);
        double[] start = new double[_model.Grid.Transform.SpectrumSize], state = new double[start.Length];
        _model.Grid.Transform.Forward(_initial, start);
        return () =>
        {
            start.CopyTo(state, 0);
            stepper.Step(state);
            return state[2]; // real part of the first wave
        };
    }

    private Func<double> EnsembleSteps()
    {
        var solver = _model.With(TimeScheme.Etdrk4, Step);
        var start = new StateBatch(solver.Layout, Members, _ensemble);
        return () => solver.Run([start], Steps * Step).States.State(Members - 1)[Points / 3];
    }

    private Func<double> Cycle()
    {
        var solver = _model.With(TimeScheme.Cnab2);
        var older = new StateBatch(solver.Layout, Members);
        for (int member = 0; member < Members; member++) _initial.CopyTo(older.State(member));
        var start = new StateBatch(solver.Layout, Members, _ensemble);
        var observation = Observation.Full(_observation, Sigma);
        IAnalysis filter = new StochasticEnKf();
        return () =>
        {
            var forecast = solver.Run([older, start], Step).States;
            return filter.Mean(new Matrix(Members, Points, forecast.Values), observation, new RandomStream(0, "unused"))[Points / 3];
        };
    }

    private Func<double> Regression()
    {
        var machine = new RelevanceVectorMachine();
        return () => Math.Sqrt(PairwiseSum.Of([.. machine.Fit(NormalEquations.FromRows(_columns, _target)).Coefficients.Select(c => c * c)]));
    }

    private static double CycleFloor(Machine machine)
    {
        double reading = Math.Max(8.0 * Members * Points / machine.Bandwidth, 4.0 * Members * Points / machine.Flops);
        return (Members * TransformsOfForecast * machine.BatchedTransform) + (Iterations() * reading);
    }

    /// <summary>sqrt(κ) ln(2 / 1e-12) / 2, the bound of conjugate gradients, with the largest eigenvalue of a white sample covariance in κ.</summary>
    private static double Iterations()
    {
        double largest = Math.Pow(Spread * (1 + Math.Sqrt((double)Points / Members)), 2), condition = 1 + (largest / (Sigma * Sigma));
        return Math.Sqrt(condition) * Math.Log(2e12) / 2;
    }

    private static double RegressionFloor(Machine machine) =>
        Math.Max(8.0 * Rows * (Columns + 1) / machine.Bandwidth, (double)Rows * Columns * Columns / machine.Flops);
}
