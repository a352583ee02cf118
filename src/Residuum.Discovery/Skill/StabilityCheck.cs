using System.Numerics.Tensors;
using Residuum.Discovery.Expressions;
using Residuum.Discovery.Models;
using Residuum.Discovery.Solvers;

namespace Residuum.Discovery.Skill;

/// <summary>Whether a corrected model can be run on: its leading operator, and a long run (medida-ks, Improvements 7).</summary>
/// <param name="Operators">Leading even-order linear operator of each field as κ → ∞; empty where the solver does not show its equation.</param>
/// <param name="Steps">Internal steps that were run.</param>
/// <param name="Time">Time that they cover.</param>
/// <param name="BlowUpTime">Time at which a run was no longer finite or had grown a thousandfold; nothing where all stayed bounded.</param>
public sealed record StabilityCheck(IReadOnlyList<LeadingOperator> Operators, int Steps, double Time, double? BlowUpTime)
{
    private const int Chunks = 100;
    private const double Grown = 1e3;

    /// <summary>Whether no leading operator amplifies short waves and no run blew up.</summary>
    public bool IsStable => BlowUpTime is null && Operators.All(leading => leading.IsDissipative);

    /// <summary>Looks at the equation and runs it.</summary>
    /// <param name="corrected">The corrected solver.</param>
    /// <param name="starts">Observed states to start from; <see cref="ISolver.Lags"/> batches, oldest first, one interval apart.</param>
    /// <param name="interval">Time between the starts.</param>
    /// <param name="steps">Internal steps to run; for a solver whose internal step is not known, intervals.</param>
    /// <param name="cancel">Stops the work.</param>
    public static StabilityCheck Of(ISolver corrected, IReadOnlyList<StateBatch> starts, double interval, int steps, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(corrected);
        ArgumentNullException.ThrowIfNull(starts);
        var periodic = corrected as PeriodicSolver;
        LeadingOperator[] operators = periodic is null ? [] : [.. Enumerable.Range(0, corrected.Layout.Fields.Count).Select(field => Leading(periodic, field)).OfType<LeadingOperator>()];
        double step = StepOf(corrected, interval);
        // A two-step solver goes by its interval; any other takes a hundredth of the run at once.
        int perCall = corrected.Lags > 1 || step == interval ? 1 : Math.Max(1, steps / Chunks);
        return new StabilityCheck(operators, steps, steps * step, BlowUp(corrected, starts, step * perCall, steps / perCall, cancel));
    }

    /// <summary>The internal step of a solver; the interval where it is not known.</summary>
    internal static double StepOf(ISolver solver, double interval) => solver is PeriodicSolver periodic ? Math.Min(periodic.StepSize, interval) : interval;

    private static double? BlowUp(ISolver solver, IReadOnlyList<StateBatch> starts, double interval, int calls, CancellationToken cancel)
    {
        double limit = Grown * Math.Abs(TensorPrimitives.MaxMagnitude<double>(starts[^1].Values));
        var trajectory = new Trajectory(solver, starts, interval);
        for (int call = 1; call <= calls; call++)
        {
            cancel.ThrowIfCancellationRequested();
            double largest = Math.Abs(TensorPrimitives.MaxMagnitude<double>(trajectory.Next(cancel).Values));
            if (!(largest < limit)) return call * interval;
        }
        return null;
    }

    // c ∂^d with the highest even d: its symbol is c (-1)^{d/2} κ^d, which must be negative.
    private static LeadingOperator? Leading(PeriodicSolver solver, int field)
    {
        var byOrder = new SortedDictionary<int, double>();
        foreach (var term in solver.Terms.Where(term => term.Field == field))
        {
            var (constant, body) = Algebra.SplitConstant(term.Term.Expression);
            if (Order(body, field) is { } order) byOrder[order] = byOrder.GetValueOrDefault(order) + (constant * term.Coefficient);
        }
        var (leading, c) = byOrder.LastOrDefault(pair => pair.Key > 0 && pair.Key % 2 == 0 && Math.Abs(pair.Value) > 1e-12);
        if (leading == 0) return null;
        string name = Notation.Text(Algebra.Field(field, leading), solver.Layout.Fields);
        return new LeadingOperator(solver.Layout.Fields[field], name, c, c * (leading % 4 == 0 ? 1 : -1) < 0);
    }

    private static int? Order(Expression body, int field) => body switch
    {
        FieldDerivative linear when linear.Field == field => linear.Order,
        OuterDerivative { Argument: FieldDerivative inner } outer when inner.Field == field => outer.Order + inner.Order,
        _ => null,
    };
}

/// <summary>The linear operator that rules the shortest waves.</summary>
/// <param name="Field">Field whose equation it is in.</param>
/// <param name="Term">Its derivative, such as <c>u_xxxx</c>.</param>
/// <param name="Coefficient">Its coefficient on the right-hand side.</param>
/// <param name="IsDissipative">Whether it damps short waves.</param>
public sealed record LeadingOperator(string Field, string Term, double Coefficient, bool IsDissipative);
