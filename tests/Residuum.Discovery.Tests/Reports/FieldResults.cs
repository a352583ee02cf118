using Residuum.Discovery.Libraries;
using Residuum.Discovery.Observations;
using Residuum.Discovery.Solvers;

namespace Residuum.Discovery.Tests.Reports;

/// <summary>Results made up by hand, one for each verdict.</summary>
internal static class FieldResults
{
    private static readonly double[] None = [];

    public static FieldResult Of(Verdict verdict, double noise = 0.01, params (string Term, double Coefficient, double Error)[] found)
    {
        var library = TermLibrary.Polynomial("u", 4, 4);
        return new FieldResult
        {
            Field = "u",
            Library = library,
            Terms = [.. found.Select(term => new FoundTerm(library.Terms.Single(candidate => candidate.Name == term.Term), term.Coefficient, term.Error, 0.98))],
            Verdict = verdict,
            Residual = new ResidualReport(1000, 4, 1, 0.5, 3, 0.1, None, None, None, None),
            Front = null,
            Cutoff = 2.5,
            NoiseDeviation = noise,
        };
    }

    public static MedidaResult Result(ISolver model, params FieldResult[] fields)
    {
        StateBatch[] states = [new(model.Layout, 5), new(model.Layout, 5)];
        var result = new MedidaResult
        {
            Fields = fields,
            Passes = [],
            KeptPass = 0,
            Corrected = model,
            Trained = model,
            LibraryTime = LibraryTime.Balanced,
            Observations = new ObservationSet(states, [0.1, 0.1, 0.1, 0.1, 0.1], new ObservationMetadata()),
            Notes = [],
        };
        return result.Terms.Count == 0 ? result : result with { Corrected = model.WithTerms(result.Terms), Trained = model.WithTerms(result.TrainedTerms) };
    }
}
