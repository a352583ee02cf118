using System.Numerics.Tensors;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Options;

namespace Residuum.Discovery.Models;

/// <summary>Solves a model of ordinary differential equations by the classical Runge-Kutta method of order 4, members in parallel.</summary>
/// <remarks>An interval is cut into equal steps, none longer than <see cref="Step"/>. Source: Kutta, Z. Math. Phys. 46, 435 (1901).</remarks>
/// <param name="model">The model.</param>
public sealed class OdeSolver(IOdeModel model) : ISolver
{
    /// <summary>Work, in tendencies times numbers, from which a second thread pays.</summary>
    private const long ParallelWork = 100_000;

    /// <summary>The model.</summary>
    public IOdeModel Model { get; } = model;

    /// <summary>Longest internal step; the model's own where left out.</summary>
    public double Step { get; init => field = Require.Positive(value); } = model.GoodStep;

    /// <inheritdoc/>
    public StateLayout Layout => Model.Layout;

    /// <inheritdoc/>
    public int Lags => 1;

    /// <inheritdoc/>
    public TermEntry Entry => TermEntry.InsideStep;

    /// <inheritdoc/>
    public Forecast Run(IReadOnlyList<StateBatch> starts, double interval, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(starts);
        var states = starts[^1].Copy();
        int steps = Math.Max(1, (int)Math.Ceiling((interval / Step) - 1e-9));
        if ((long)steps * states.Values.Length < ParallelWork)
        {
            for (int member = 0; member < states.Members; member++) Advance(states.State(member), interval / steps, steps, cancel);
        }
        else
        {
            Parallel.For(0, states.Members, new ParallelOptions { CancellationToken = cancel },
                member => Advance(states.State(member), interval / steps, steps, cancel));
        }
        return new Forecast(states, Failures(states));
    }

    /// <inheritdoc/>
    public ISolver WithTerms(IReadOnlyList<AddedTerm> terms) =>
        throw new UserError("terms cannot be added to a model of ordinary differential equations", remedy: "change the model's own parameters");

    private void Advance(Span<double> u, double dt, int steps, CancellationToken cancel)
    {
        double[] memory = new double[3 * u.Length];
        Span<double> k = memory.AsSpan(0, u.Length), stage = memory.AsSpan(u.Length, u.Length), sum = memory.AsSpan(2 * u.Length);
        for (int step = 0; step < steps; step++)
        {
            if (step % 1024 == 0) cancel.ThrowIfCancellationRequested();
            Model.Tendency(u, sum);                                      // k1
            TensorPrimitives.MultiplyAdd(sum, dt / 2, u, stage);
            Model.Tendency(stage, k);                                    // k2
            TensorPrimitives.MultiplyAdd(k, 2, sum, sum);
            TensorPrimitives.MultiplyAdd(k, dt / 2, u, stage);
            Model.Tendency(stage, k);                                    // k3
            TensorPrimitives.MultiplyAdd(k, 2, sum, sum);
            TensorPrimitives.MultiplyAdd(k, dt, u, stage);
            Model.Tendency(stage, k);                                    // k4
            TensorPrimitives.Add(sum, k, sum);
            TensorPrimitives.MultiplyAdd(sum, dt / 6, u, u);
        }
    }

    private static List<MemberFailure> Failures(StateBatch states)
    {
        var failures = new List<MemberFailure>();
        for (int member = 0; member < states.Members; member++)
        {
            if (TensorPrimitives.IsFiniteAll<double>(states.State(member))) continue;
            states.State(member).Fill(double.NaN);
            failures.Add(new MemberFailure(member, "the state overflowed"));
        }
        return failures;
    }
}
