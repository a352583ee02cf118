using Residuum.Discovery.Observations;
using Residuum.Discovery.Solvers;

namespace Residuum.Discovery;

/// <summary>The outcome of a discovery.</summary>
public sealed record MedidaResult
{
    /// <summary>What was found in each field's equation.</summary>
    public required IReadOnlyList<FieldResult> Fields { get; init; }

    /// <summary>The passes, from the model as given (pass 0).</summary>
    public required IReadOnlyList<PassRecord> Passes { get; init; }

    /// <summary>The pass whose terms were kept.</summary>
    public required int KeptPass { get; init; }

    /// <summary>The solver with the found terms.</summary>
    public required ISolver Corrected { get; init; }

    /// <summary>The solver with the found terms, their coefficients fitted without the held-out samples: it may be judged by these.</summary>
    public required ISolver Trained { get; init; }

    /// <summary>When the library was evaluated.</summary>
    public required LibraryTime LibraryTime { get; init; }

    /// <summary>The observations that were used.</summary>
    public required ObservationSet Observations { get; init; }

    /// <summary>The increments themselves; nothing where the passes diverged.</summary>
    public ModelErrors? Increments { get; init; }

    /// <summary>What a reader must know: guards that fired, samples that failed, conditions that were not tested.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>The terms of every field with the verdict <see cref="Verdict.Found"/>, as a solver takes them: what is not explained corrects nothing.</summary>
    public IReadOnlyList<AddedTerm> Terms => TermsWith(found => found.Coefficient);

    /// <summary>The same with coefficients fitted without the held-out samples.</summary>
    public IReadOnlyList<AddedTerm> TrainedTerms => TermsWith(found => found.Trained);

    /// <summary>Names of the terms found in the first field's equation.</summary>
    public IReadOnlyList<string> Support => Fields[0].Support;

    /// <summary>The verdict over all fields: the worst, and nothing missing only where no field misses anything.</summary>
    public Verdict Verdict => Fields.Any(f => f.Verdict is not (Verdict.Found or Verdict.NothingMissing))
        ? Fields.First(f => f.Verdict is not (Verdict.Found or Verdict.NothingMissing)).Verdict
        : Fields.Any(f => f.Verdict == Verdict.Found) ? Verdict.Found : Verdict.NothingMissing;

    /// <summary>ε: distance of coefficients from the truth's, relative to a reference (medida-ks, Algorithm 6), for one field.</summary>
    /// <param name="truth">True missing coefficient of each term by name; those not named are 0.</param>
    /// <param name="reference">‖c_s‖: norm of the true system's own coefficients.</param>
    /// <param name="pass">Which pass; the kept one with its final fit where left out.</param>
    /// <param name="field">Which field.</param>
    /// <returns>A fraction, not percent.</returns>
    public double Error(IReadOnlyDictionary<string, double> truth, double reference, int? pass = null, int field = 0)
    {
        ArgumentNullException.ThrowIfNull(truth);
        double[] c = pass is { } p ? Passes[Math.Min(p, Passes.Count - 1)].Coefficients[field] : Fields[field].Coefficients;
        double sum = 0;
        for (int j = 0; j < c.Length; j++)
        {
            double difference = c[j] - truth.GetValueOrDefault(Fields[field].Library.Terms[j].Name);
            sum += difference * difference;
        }
        double outside = truth.Where(pair => Fields[field].Library.Terms.All(term => term.Name != pair.Key)).Sum(pair => pair.Value * pair.Value);
        return Math.Sqrt(sum + outside) / reference;
    }

    private AddedTerm[] TermsWith(Func<FoundTerm, double> coefficient) =>
        [.. Fields.SelectMany((f, index) => (f.Verdict == Verdict.Found ? f.Terms : []).Select(found => new AddedTerm(found.Term, coefficient(found), index)))];
}
