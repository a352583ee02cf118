using Residuum.Discovery;
using Residuum.Discovery.Assimilation;
using Residuum.Discovery.Models;
using Residuum.Discovery.Observations;
using Residuum.Discovery.Skill;
using Residuum.Discovery.Solvers;
using Residuum.Experiments.Reports;
using Residuum.Experiments.Studies;
using Residuum.Numerics.Steppers;

namespace Residuum.Studies.Discovery;

/// <summary>What noise leaves of the errors, of the choice of terms and of forecasts.</summary>
public sealed partial class MedidaKsStudy
{
    /// <summary>Do the standard errors cover the truth? Realisations of the noise, case 1, 40 samples.</summary>
    private void Coverage(Settings settings, StudyContext run)
    {
        const int samples = 40;
        var known = KuramotoSivashinskyCases.Named("no-advection");
        var model = known.Model(KuramotoSivashinskyTwin.Truth).With(TimeScheme.Etdrk4, KuramotoSivashinskyTwin.Step);
        int inside68 = 0, inside95 = 0, found = 0;
        for (int replicate = 1; replicate <= settings.Replicates; replicate++)
        {
            var data = KuramotoSivashinskyTwin.Pairs(samples, 0.01, run.Seed, run.Cancel, noiseSeed: replicate);
            var result = _discover(model, data, Library, new MedidaOptions { Replicates = 0 }, run.Cancel);
            if (result.Fields[0].Terms.FirstOrDefault(term => term.Term.Name == "u u_x") is not { } term) continue;
            found++;
            double miss = Math.Abs(term.Coefficient + 1) / term.StandardError;
            inside68 += miss < 1 ? 1 : 0;
            inside95 += miss < 1.96 ? 1 : 0;
        }
        run.Report("standard errors cover the true coefficient in 68 % of the noise realisations", null, (double)inside68 / Math.Max(1, found), bound: Is.Between(0.5, 0.86));
        run.Report("1.96 standard errors cover it in 95 %", null, (double)inside95 / Math.Max(1, found), bound: Is.Between(0.85, 1));
    }

    /// <summary>Systems of the family with random coefficients, lengths, points and errors: is the automatic choice right?</summary>
    private void RandomSystems(Settings settings, StudyContext run)
    {
        foreach (double noise in new[] { 0.0, 0.01 })
        {
            int exact = 0;
            for (int system = 0; system < settings.RandomSystems; system++)
            {
                var random = RandomKuramotoSivashinsky.Draw(run.Seed, system);
                var (model, data) = random.Observe(noise, run.Cancel);
                var result = _discover(model, data, Library, new MedidaOptions { Replicates = 0 }, run.Cancel);
                bool right = result.Verdict == Residuum.Discovery.Verdict.Found && result.Support.ToHashSet().SetEquals(random.Missing);
                exact += right ? 1 : 0;
                run.Trace("random system", new { noise, system, wanted = random.Missing, found = result.Support, verdict = result.Verdict.ToString() });
            }
            run.Report($"random systems, {100 * noise} % noise: part with exact support", null, (double)exact / settings.RandomSystems, bound: Is.AtLeast(0.9));
        }
    }

    /// <summary>Forecasts of the corrected model from other initial states, against the original and the truth.</summary>
    private void Skill(Settings settings, StudyContext run)
    {
        var known = KuramotoSivashinskyCases.Named("extra-uxxx-0.5");
        var truth = KuramotoSivashinskyTwin.Truth.With(TimeScheme.Etdrk4, 0.02);
        var data = KuramotoSivashinskyTwin.Pairs(settings.NoisySamples, 0.01, run.Seed, run.Cancel);
        var model = known.Model(KuramotoSivashinskyTwin.Truth).With(TimeScheme.Etdrk4, KuramotoSivashinskyTwin.Step);
        var result = _discover(model, data, Library, new MedidaOptions { Replicates = 0 }, run.Cancel);
        var original = known.Model(KuramotoSivashinskyTwin.Truth).With(TimeScheme.Etdrk4, 0.02);
        var starts = Attractor.Sample(truth, new StateBatch(truth.Layout, 1, KuramotoSivashinskyTwin.Truth.InitialState(run.Seed + 1000)), 200, 10, settings.Starts, run.Cancel);
        var exponent = LyapunovExponent.Largest(truth, [starts], new LyapunovOptions(1, 100), run.Cancel);
        double before = ValidPrediction(truth, original, starts, run.Cancel), after = ValidPrediction(truth, original.WithTerms(result.Terms), starts, run.Cancel);
        run.Gate("the corrected model forecasts at least three times as long (normalised error 0.4)", after / before, Is.AtLeast(3));
        run.Report("largest Lyapunov exponent of the truth", null, exponent.Value, "1/time");
        run.Report("valid prediction time of the corrected model", null, after * exponent.Value, "Lyapunov times");
        run.Report("valid prediction time of the original model", null, before * exponent.Value, "Lyapunov times");
    }

    private static double ValidPrediction(ISolver truth, ISolver model, StateBatch starts, CancellationToken cancel)
    {
        const double interval = 0.5, horizon = 120;
        var wanted = Attractor.Record(truth, starts, interval, (int)(horizon / interval), cancel);
        return ErrorCurves.Measure(model, wanted, interval, Climatology.Of(starts), cancel).ValidTime(0.4).Mean;
    }

    /// <summary>The paper's own setting: 1,024 points, one CNAB step, finite differences, virtual observations with N = 10 M members or none.</summary>
    private void Published(StudyContext run)
    {
        var (virtualEnds, noisyEnds) = KuramotoSivashinskyTwin.Published(run.Seed, run.Cancel);
        var rows = new List<IReadOnlyList<string>>();
        foreach (string name in new[] { "no-advection", "no-diffusion", "no-hyperdiffusion", "half-diffusion", "extra-uxxx-0.5" })
        {
            var known = KuramotoSivashinskyCases.Named(name);
            var model = known.Model(KuramotoSivashinskyTwin.FineTruth).With(TimeScheme.Cnab2);
            double with = BestOverThresholds(model, virtualEnds, known, membersPerPoint: 10, rows, run), without = BestOverThresholds(model, noisyEnds, known, membersPerPoint: 0, rows, run);
            run.Report($"published setting, N = 10 M, {name}: least error over thresholds with exact support", null, with, "%", Is.AtMost(5));
            if (name.StartsWith("no-", StringComparison.Ordinal))
                run.Report($"published setting, no ensemble, {name}: least error over thresholds with exact support", null, without, "%", Is.AtLeast(5));
        }
        run.Table(new Table("Published setting: terms found at each threshold", [new("case"), new("N/M", Numeric: true), new("alpha_max", Numeric: true), new("terms"), new("error", "%", Numeric: true)], rows));
    }

    private double BestOverThresholds(ISolver model, ObservationSet data, KuramotoSivashinskyCase known, double membersPerPoint, List<IReadOnlyList<string>> rows, StudyContext run)
    {
        double best = 1000; // percent; stands for: no threshold has exact support
        for (int power = 0; power <= 6; power++)
        {
            var filter = membersPerPoint == 0 ? new() : new AssimilationOptions { Filter = Filter.Virtual, MembersPerPoint = membersPerPoint };
            var options = MedidaOptions.Paper with { AlphaMax = Math.Pow(10, power), Replicates = 0, Assimilation = filter, Seed = run.Seed };
            var result = _discover(model, data, Library, options, run.Cancel);
            double[] c = result.Passes[^1].Coefficients[0];
            string[] support = [.. Library.Terms.Where((_, j) => c[j] != 0).Select(term => term.Name)];
            double error = Error(result, known, pass: 1);
            if (support.ToHashSet().SetEquals(known.MissingTerms.Keys)) best = Math.Min(best, error);
            rows.Add([known.Name, $"{membersPerPoint}", $"1e{power}", support.Length > 6 ? $"{support.Length} terms" : string.Join(", ", support), $"{error:f2}"]);
        }
        return best;
    }
}
