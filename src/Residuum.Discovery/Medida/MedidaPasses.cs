using System.Numerics.Tensors;
using Residuum.Discovery.Regression;
using Residuum.Discovery.Solvers;
using Residuum.Numerics;

namespace Residuum.Discovery;

/// <summary>Iterated MEDIDA at one band limit (medida-ks, Improvements 1): increments, cumulative target, selection, until nothing changes.</summary>
/// <param name="problem">Model, observations, libraries.</param>
/// <param name="options">Options.</param>
/// <param name="chooser">Regression and selection rule.</param>
internal sealed class MedidaPasses(MedidaProblem problem, MedidaOptions options, TermChooser chooser)
{
    private const double Rest = 1e-8;
    private const double Indifference = 0.02, MostRise = 1.5;
    private const int Halvings = 4;

    private readonly List<PassRecord> _records = [];
    private double[]? _given; // mean squares of the model as given: fields of different size count alike
    private double[][] _coefficients = [.. problem.Libraries.Select(library => new double[library.Terms.Count])];

    /// <summary>Passes so far; the first is the model as given.</summary>
    public IReadOnlyList<PassRecord> Records => _records;

    /// <summary>The last pass that is as good as the best: where noise rules the held-out increment, the least is a matter of luck.</summary>
    public PassRecord Best => _records.Last(record => record.HeldOutSquare <= (1 + Indifference) * _records.Min(other => other.HeldOutSquare));

    /// <summary>Why the passes ended early, in words; empty where they did not.</summary>
    public string Divergence { get; private set; } = "";

    /// <summary>Whether the held-out increment rose again after its least.</summary>
    public bool Rose => _records.Count > 0 && Best != _records[^1];

    /// <summary>Samples whose forecast failed in the last pass.</summary>
    public IReadOnlyList<MemberFailure> Failures { get; private set; } = [];

    /// <summary>Whether the selection rule has had all its passes.</summary>
    public bool IsDone => chooser.IsDone;

    /// <summary>Whether the last pass hardly changed the model.</summary>
    public bool IsAtRest => _records.Count > 1 && _records[^1].Change < 1e-3;

    /// <summary>Runs the passes, from where a memory left them.</summary>
    /// <param name="progress">Told pass by pass.</param>
    /// <param name="attempt">Which band limit is tried, from 1: the memory keeps each apart.</param>
    /// <param name="memory">Keeps the state after each pass; none where left out.</param>
    /// <param name="cancel">Stops the work.</param>
    public void Run(IProgress<Progress>? progress, int attempt, IPassMemory? memory, CancellationToken cancel)
    {
        double change = GoOn(memory?.Recall(attempt));
        for (int pass = _records.Count; pass <= options.Passes; pass++)
        {
            cancel.ThrowIfCancellationRequested();
            progress?.Report(new Progress($"pass {Math.Min(pass + 1, options.Passes)} of at most {options.Passes}", (double)pass / (options.Passes + 1)));
            if (Advance(cancel) is not { } increments)
            {
                Divergence = $"pass {pass}: most forecasts failed, with shortened steps too";
                return;
            }
            int[] usable = Usable(increments);
            _records.Add(new PassRecord(pass, _coefficients, HeldOutSquare(increments, usable), change));
            if (pass == options.Passes || change < Rest || chooser.IsDone) return;
            change = Pass(increments, usable, cancel);
            if (!double.IsFinite(change))
            {
                Divergence = $"pass {pass + 1}: the coefficients are not finite";
                return;
            }
            memory?.Keep(attempt, new PassState([.. _records], _coefficients, _given!, change));
        }
    }

    // Everything else follows from the observations: the coefficients, and how much each pass moved, which the rule waits for.
    private double GoOn(PassState? state)
    {
        if (state is null) return double.NaN;
        _records.AddRange(state.Records);
        _coefficients = [.. state.Next];
        _given = state.Given;
        foreach (var record in state.Records.Skip(1)) chooser.Observe(record.Change);
        chooser.Observe(state.Change);
        return state.Change;
    }

    /// <summary>Increments of the model with the new coefficients; where these make it fail or much worse, the step to them is halved.</summary>
    private IncrementSet? Advance(CancellationToken cancel)
    {
        double[][] wanted = _coefficients, before = _records.Count == 0 ? _coefficients : [.. _records[^1].Coefficients];
        double part = 1;
        for (int halving = 0; halving <= Halvings; halving++, part /= 2)
        {
            if (halving > 0) _coefficients = [.. wanted.Zip(before, (to, from) => to.Zip(from, (a, b) => b + (part * (a - b))).ToArray())];
            var increments = problem.Taker.Take(problem.Terms(_coefficients), cancel);
            int[] usable = Usable(increments);
            Failures = increments.Failures;
            if (2 * usable.Length < increments.Values.Members) continue;
            bool worse = _records.Count > 0 && HeldOutSquare(increments, usable) > MostRise * _records[^1].HeldOutSquare;
            if (!worse || halving == Halvings) return increments;
        }
        return null;
    }

    /// <summary>One pass: new coefficients of every field.</summary>
    /// <returns>The largest relative change of Φc.</returns>
    private double Pass(IncrementSet increments, int[] usable, CancellationToken cancel)
    {
        int[] train = [.. usable.Where(sample => !options.HoldsOut(sample))];
        var next = new double[_coefficients.Length][];
        double change = 0;
        for (int field = 0; field < next.Length; field++)
        {
            var equations = problem.Form(field, _coefficients, increments, train, cancel);
            double cells = CorrelationCells.Of(problem.Equations[field].Target(increments.Values, train), train.Length);
            var cumulative = equations.AddToTarget(_coefficients[field]);
            var sum = cumulative.Sum();
            next[field] = Visible(chooser.Choose(cumulative, problem.Scaling, cells), sum, problem.Negligible[field]);
            change = Math.Max(change, Change(sum, _coefficients[field], next[field]));
        }
        _coefficients = next;
        chooser.Observe(change);
        return change;
    }

    /// <summary>Samples whose forecast is finite, and not on its way to overflow.</summary>
    public static int[] Usable(IncrementSet increments)
    {
        const double Overflowing = 1e12;
        return [.. Enumerable.Range(0, increments.Values.Members).Where(sample => TensorPrimitives.MaxMagnitude<double>(increments.Values.State(sample)) < Overflowing)];
    }

    private double HeldOutSquare(IncrementSet increments, int[] usable)
    {
        int[] judges = [.. usable.Where(options.HoldsOut)];
        if (judges.Length == 0) judges = usable;
        double[] squares =
        [
            .. problem.Equations.Select(equation =>
            {
                double[] rows = equation.Target(increments.Values, judges);
                return TensorPrimitives.SumOfSquares<double>(rows) / rows.Length;
            }),
        ];
        _given ??= [.. squares.Zip(problem.Negligible, Math.Max)];
        return squares.Zip(_given, (square, given) => given > 0 ? square / given : 1).Average();
    }

    /// <summary>Coefficients, or none where all of them together do no more than the time step's own error: what another field's error leaks is no term.</summary>
    /// <param name="c">Coefficients, <c>[terms]</c>.</param>
    /// <param name="data">Second moments of the columns.</param>
    /// <param name="negligible">Mean square per row that counts as the time step's own.</param>
    internal static double[] Visible(double[] c, NormalEquations data, double negligible) =>
        SquareOf(c, data) / data.Rows > negligible ? c : new double[c.Length];

    private static double Change(NormalEquations data, double[] before, double[] after)
    {
        double size = Math.Sqrt(SquareOf(after, data)), moved = Math.Sqrt(SquareOf([.. after.Zip(before, (a, b) => a - b)], data));
        return moved == 0 ? 0 : size == 0 ? 1 : moved / size;
    }

    // ‖Φ c‖² = cᵀ G c.
    private static double SquareOf(double[] c, NormalEquations data)
    {
        double square = 0;
        for (int i = 0; i < c.Length; i++)
        {
            if (c[i] == 0) continue;
            for (int j = 0; j < c.Length; j++) square += c[i] * data.Gram[i, j] * c[j];
        }
        return Math.Max(0, square);
    }
}
