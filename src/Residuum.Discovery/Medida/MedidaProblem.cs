using System.Numerics;
using System.Numerics.Tensors;
using Residuum.Discovery.Libraries;
using Residuum.Discovery.Models;
using Residuum.Discovery.Observations;
using Residuum.Discovery.Regression;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery;

/// <summary>A model, observations and libraries at one band limit: everything that passes share.</summary>
internal sealed class MedidaProblem
{
    private readonly ISolver _model;
    private readonly MedidaOptions _options;

    public MedidaProblem(ISolver model, ObservationSet observations, IReadOnlyList<TermLibrary> libraries, MedidaOptions options, IReadOnlyList<NoiseFloor> noise, double cutoffFactor)
    {
        (_model, _options, Observations, Libraries) = (model, options, observations, libraries);
        Grid = Grids.Of(model);
        Bands = [.. noise.Select(floor => BandOf(floor, cutoffFactor))];
        RowSpaces = [.. Bands.Zip(libraries, (band, library) => new RowSpace(Grid, band.Cutoff, !options.Standardize || library.Terms.Any(term => term.Name == "1")))];
        Taker = new IncrementTaker(model, Grid, observations, [.. Bands.Select(band => band.Cutoff)], options.Assimilation, options.Seed);
        Scheme = options.Derivatives switch
        {
            DerivativeMethod.FiniteDifference => DerivativeScheme.FiniteDifferences(options.DerivativeAccuracy),
            DerivativeMethod.Published => new PublishedDerivatives(),
            _ => DerivativeScheme.Spectral,
        };
        Equations = [.. libraries.Select((library, field) => new PassEquations(Grid, library, RowSpaces[field], field, Scheme))];
        LibraryTime = options.LibraryTime != LibraryTime.Auto ? options.LibraryTime : IsNoisy ? LibraryTime.Balanced : LibraryTime.Trapezoid;
    }

    public ObservationSet Observations { get; }

    public IReadOnlyList<TermLibrary> Libraries { get; }

    public FourierGrid Grid { get; }

    public IReadOnlyList<BandLimit> Bands { get; }

    public IReadOnlyList<RowSpace> RowSpaces { get; }

    public IncrementTaker Taker { get; }

    public DerivativeScheme Scheme { get; }

    public IReadOnlyList<PassEquations> Equations { get; }

    public LibraryTime LibraryTime { get; }

    /// <summary>Mean square per row, for each field, that counts as the time step's own error.</summary>
    public IReadOnlyList<double> Negligible => field ??= [.. Libraries.Select((_, index) => NegligibleOf(index))];

    public bool IsNoisy => Bands.Any(band => band.Floor.IsVisible);

    public Scaling Scaling => _options.Standardize ? Scaling.RootMeanSquare : Scaling.None;

    /// <summary>Terms of a set of coefficients that are not zero.</summary>
    public IReadOnlyList<AddedTerm> Terms(IReadOnlyList<double[]> coefficients) =>
    [
        .. coefficients.SelectMany((c, field) => c.Select((value, j) => (value, j)).Where(pair => pair.value != 0)
            .Select(pair => new AddedTerm(Libraries[field].Terms[pair.j], pair.value, field))),
    ];

    /// <summary>Second moments of a field's columns and increments, one group a sample.</summary>
    public GroupedEquations Form(int field, IReadOnlyList<double[]> coefficients, IncrementSet increments, int[] samples, CancellationToken cancel) =>
        LibraryTime == LibraryTime.SolverConsistent
            ? GroupedEquations.FromRows(Columns(field, coefficients, increments, samples, cancel), Equations[field].Target(increments.Values, samples), RowSpaces[field].Rows)
            : Equations[field].Form(increments, Weights(field, Terms(coefficients)), samples);

    /// <summary>Rows of a field's columns, <c>[samples * rows, terms]</c>.</summary>
    public Matrix Columns(int field, IReadOnlyList<double[]> coefficients, IncrementSet increments, int[] samples, CancellationToken cancel) =>
        LibraryTime == LibraryTime.SolverConsistent
            ? ModelResponse.Of(this, coefficients, field, [.. Enumerable.Range(0, Libraries[field].Terms.Count)], increments, samples, cancel)
            : Equations[field].Columns(increments, Weights(field, Terms(coefficients)), samples);

    // Weights of start and end for each sample, by the linear part of the model with its terms.
    private Func<int, LibraryWeights> Weights(int field, IReadOnlyList<AddedTerm> terms)
    {
        if (LibraryTime != LibraryTime.Balanced)
        {
            var (start, end) = LibraryTime switch { LibraryTime.Start => (1.0, 0.0), LibraryTime.End => (0.0, 1.0), _ => (0.5, 0.5) };
            var constant = LibraryWeights.Constant(Grid.Modes, start, end);
            return _ => constant;
        }
        var byStep = Observations.TimeSteps.Distinct().ToDictionary(step => step, step => LibraryWeights.Balanced(Propagator(field, terms, step)));
        return sample => byStep[Observations.TimeSteps[sample]];
    }

    /// <summary>What one step makes of a small wave in each mode.</summary>
    public Complex[] Propagator(int field, IReadOnlyList<AddedTerm> terms, double step)
    {
        var solver = terms.Count == 0 ? _model : _model.WithTerms(terms);
        return solver is PeriodicSolver periodic
            ? LibraryWeights.Propagator(periodic.Symbol.Skip(field * Grid.Modes).Take(Grid.Modes), step)
            : TangentPropagator.Estimate(solver, Grid, Observations.Starts(solver.Lags), field, Bands[field].Cutoff, step);
    }

    /// <summary>What one step makes of the noise of all fields' starts, relative to the noise of this field, mode by mode.</summary>
    public double[] NoiseGrowth(int field, IReadOnlyList<AddedTerm> terms, double step)
    {
        var solver = terms.Count == 0 ? _model : _model.WithTerms(terms);
        return NoisePropagation.Growth(solver, Grid, Observations.Starts(solver.Lags), Bands, field, step);
    }

    // A part of the field's own tendency: fields may differ in size by many orders.
    private double NegligibleOf(int field)
    {
        double sum = 0;
        for (int sample = 0; sample < Observations.Samples; sample++)
        {
            double distance = TensorPrimitives.Distance<double>(Observations.Ends.Field(sample, field), Observations.States[^2].Field(sample, field)) / Observations.TimeSteps[sample];
            sum += distance * distance / Observations.Layout.Points;
        }
        return _options.Negligible * _options.Negligible * sum / Observations.Samples;
    }

    private BandLimit BandOf(NoiseFloor floor, double factor) => _options.BandLimit switch
    {
        BandLimitMode.Fixed => BandLimit.At(Grid, floor, _options.Cutoff),
        BandLimitMode.Auto when floor.IsVisible => BandLimit.FromNoiseFloor(floor, factor),
        _ => BandLimit.At(Grid, floor, double.PositiveInfinity),
    };
}
