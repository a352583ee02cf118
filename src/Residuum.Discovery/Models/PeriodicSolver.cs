using System.Runtime.InteropServices;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Options;
using Residuum.Numerics.Steppers;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Models;

/// <summary>Runs a periodic PDE: members in parallel, each through all its steps while its state is in cache.</summary>
public sealed class PeriodicSolver : ISolver
{
    private readonly IReadOnlyList<AddedTerm> _terms;
    private readonly PeriodicSystem _system;
    private readonly bool _dealias;

    /// <summary>A solver of du/dt = Σ c_j φ_j(u).</summary>
    /// <param name="grid">Grid of every field.</param>
    /// <param name="fields">Names of the fields.</param>
    /// <param name="terms">The right-hand side.</param>
    /// <param name="scheme">Time stepper.</param>
    /// <param name="step">Largest internal step; infinite takes one step an interval.</param>
    /// <param name="dealias">Drop the upper third of the modes of every product.</param>
    public PeriodicSolver(FourierGrid grid, IReadOnlyList<string> fields, IReadOnlyList<AddedTerm> terms, TimeScheme scheme, double step = double.PositiveInfinity, bool dealias = false)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(fields);
        if (!(step > 0)) throw new Numerics.Errors.OptionError(nameof(step), $"{step}", "a number above 0");
        Layout = new StateLayout(fields, grid.Points, grid.Length);
        (Grid, _terms, Scheme, StepSize, _dealias) = (grid, terms, scheme, step, dealias);
        _system = new PeriodicSystem(grid, fields.Count, terms, dealias);
    }

    /// <summary>Grid of every field.</summary>
    public FourierGrid Grid { get; }

    /// <summary>Time stepper.</summary>
    public TimeScheme Scheme { get; }

    /// <summary>Largest internal step; infinite takes one step an interval.</summary>
    public double StepSize { get; }

    /// <summary>The right-hand side.</summary>
    public IReadOnlyList<AddedTerm> Terms => _terms;

    /// <inheritdoc/>
    public StateLayout Layout { get; }

    /// <inheritdoc/>
    public int Lags => Scheme == TimeScheme.Cnab2 && double.IsPositiveInfinity(StepSize) ? 2 : 1;

    /// <inheritdoc/>
    public TermEntry Entry => TermEntry.InsideStep;

    /// <summary>The linear part of the tendency, per field and mode: λ(κ).</summary>
    public IReadOnlyList<System.Numerics.Complex> Symbol => _system.Symbol;

    /// <inheritdoc/>
    public ISolver WithTerms(IReadOnlyList<AddedTerm> terms) =>
        new PeriodicSolver(Grid, Layout.Fields, [.. _terms, .. terms], Scheme, StepSize, _dealias);

    /// <inheritdoc/>
    public Forecast Run(IReadOnlyList<StateBatch> starts, double interval, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(starts);
        Require.Positive(interval);
        if (starts.Count != Lags) throw new ArgumentException($"{starts.Count} states to start from, the scheme takes {Lags}", nameof(starts));
        int steps = (int)Math.Max(1, Math.Ceiling((interval / StepSize) - 1e-9));
        var result = new StateBatch(Layout, starts[0].Members);
        var master = TimeStepper.Create(Scheme, _system, interval / steps);
        Parallel.For(
            0,
            result.Members,
            new ParallelOptions { CancellationToken = cancel },
            () => new Runner(Grid, Layout.Fields.Count, master.Fork()),
            (member, _, runner) =>
            {
                runner.Run(starts, member, steps, result.State(member), cancel);
                return runner;
            },
            _ => { });
        return new Forecast(result, Failures(result));
    }

    private static List<MemberFailure> Failures(StateBatch states)
    {
        var failures = new List<MemberFailure>();
        for (int member = 0; member < states.Members; member++)
        {
            if (System.Numerics.Tensors.TensorPrimitives.IsFiniteAll<double>(states.State(member))) continue;
            states.State(member).Fill(double.NaN);
            failures.Add(new MemberFailure(member, "the forecast is not finite: the step is too long or the model unstable"));
        }
        return failures;
    }

    private sealed class Runner(FourierGrid grid, int fields, TimeStepper stepper)
    {
        private readonly double[] _spectra = new double[fields * grid.Transform.SpectrumSize], _older = new double[fields * grid.Transform.SpectrumSize];
        private double[]? _olderState;

        public void Run(IReadOnlyList<StateBatch> starts, int member, int steps, Span<double> result, CancellationToken cancel)
        {
            if (starts.Count == 2)
            {
                TransformOlder(starts[0].State(member));
                stepper.Restart(_older);
            }
            else
            {
                stepper.Restart();
            }
            grid.Transform.Forward(starts[^1].State(member), _spectra);
            for (int step = 0; step < steps; step++)
            {
                if ((step & 1023) == 1023) cancel.ThrowIfCancellationRequested();
                stepper.Step(_spectra);
            }
            grid.Transform.Inverse(_spectra, result);
        }

        /// <summary>The members of an ensemble often start from one older state: it is transformed once.</summary>
        private void TransformOlder(ReadOnlySpan<double> state)
        {
            if (_olderState is not null && MemoryMarshal.AsBytes(state).SequenceEqual(MemoryMarshal.AsBytes<double>(_olderState))) return;
            grid.Transform.Forward(state, _older);
            state.CopyTo(_olderState ??= new double[state.Length]);
        }
    }
}
