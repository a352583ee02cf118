using System.Numerics.Tensors;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Options;
using Residuum.Numerics.Steppers;

namespace Residuum.Discovery.Models;

/// <summary>Solves a model of ordinary differential equations by the classical Runge-Kutta method of order 4, members in parallel.</summary>
/// <remarks>An interval is cut into equal steps, none longer than <see cref="Step"/>.</remarks>
/// <param name="model">The model.</param>
public sealed class OdeSolver(IOdeModel model) : ISolver
{
    /// <summary>Work, in steps times numbers, from which a second thread pays.</summary>
    private const long ParallelWork = 100_000;

    /// <summary>The model.</summary>
    public IOdeModel Model { get; } = model;

    /// <summary>Longest internal step; the model's own where left out.</summary>
    public double Step { get; init => field = Require.Positive(value); } = model.GoodStep;

    /// <summary>Terms added to the model's equations.</summary>
    public IReadOnlyList<AddedTerm> Terms { get; private init; } = [];

    /// <inheritdoc/>
    public StateLayout Layout => Model.Layout;

    /// <inheritdoc/>
    public int Lags => 1;

    /// <inheritdoc/>
    public TermEntry Entry => TermEntry.InsideStep;

    /// <inheritdoc/>
    public ISolver WithTerms(IReadOnlyList<AddedTerm> terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        foreach (var term in terms) OdeSystem.RequirePointwise(term);
        return new OdeSolver(Model) { Step = Step, Terms = [.. Terms, .. terms] };
    }

    /// <inheritdoc/>
    public Forecast Run(IReadOnlyList<StateBatch> starts, double interval, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(starts);
        Require.Positive(interval);
        var states = starts[^1].Copy();
        int steps = Math.Max(1, (int)Math.Ceiling((interval / Step) - 1e-9));
        var stepper = TimeStepper.Create(TimeScheme.Rk4, new OdeSystem(Model, Terms), interval / steps);
        if ((long)steps * states.Values.Length < ParallelWork)
        {
            for (int member = 0; member < states.Members; member++) Advance(stepper, states.State(member), steps, cancel);
        }
        else
        {
            Parallel.For(0, states.Members, new ParallelOptions { CancellationToken = cancel }, stepper.Fork, (member, _, own) =>
            {
                Advance(own, states.State(member), steps, cancel);
                return own;
            }, _ => { });
        }
        return new Forecast(states, Failures(states));
    }

    private static void Advance(TimeStepper stepper, Span<double> state, int steps, CancellationToken cancel)
    {
        for (int step = 0; step < steps; step++)
        {
            if (step % 1024 == 0) cancel.ThrowIfCancellationRequested();
            stepper.Step(state);
        }
    }

    private static List<MemberFailure> Failures(StateBatch states)
    {
        var failures = new List<MemberFailure>();
        for (int member = 0; member < states.Members; member++)
        {
            if (TensorPrimitives.IsFiniteAll<double>(states.State(member))) continue;
            states.State(member).Fill(double.NaN);
            failures.Add(new MemberFailure(member, "the forecast is not finite: the step is too long or the model unstable"));
        }
        return failures;
    }
}
