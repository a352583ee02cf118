using System.Numerics.Tensors;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Errors;
using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Random;

namespace Residuum.Discovery.Assimilation;

/// <summary>Estimates the coefficients of missing terms from a noisy sequence: they join the state of an ensemble transform filter (medida-ks, improvement 8).</summary>
/// <remarks>Each member carries its own coefficients, constant between analyses; correlations that the model builds up between them and the
/// state let the observations correct both. Not for sporadic pairs: it needs many consecutive observations.</remarks>
/// <param name="model">The model for given coefficients, <c>[q]</c>, a one-step solver; called for every member and forecast.</param>
/// <param name="priorDeviations">Standard deviation of each coefficient around zero before anything was observed, <c>[q]</c>.</param>
/// <param name="options">Ensemble and pruning.</param>
public sealed class JointFilter(Func<double[], ISolver> model, double[] priorDeviations, JointFilterOptions options)
{
    private readonly Etkf _analysis = new();

    /// <summary>The models that a solver makes with any coefficients on given terms.</summary>
    /// <param name="solver">The solver.</param>
    /// <param name="terms">Terms and the field whose equation each enters; their own coefficients are not used.</param>
    public static Func<double[], ISolver> Adding(ISolver solver, IReadOnlyList<AddedTerm> terms)
    {
        ArgumentNullException.ThrowIfNull(solver);
        ArgumentNullException.ThrowIfNull(terms);
        return coefficients => solver.WithTerms([.. terms.Select((term, j) => term with { Coefficient = coefficients[j] }).Where(term => term.Coefficient != 0)]);
    }

    /// <summary>Runs over the sequence, drops coefficients that are not told from zero, and runs again until none is dropped.</summary>
    /// <param name="observations">Observations of the state, in full or in part, one interval apart; the first one starts the ensemble and must be full.</param>
    /// <param name="interval">Time between observations.</param>
    /// <param name="cancel">Stops the work.</param>
    public JointEstimate Estimate(IReadOnlyList<Observation> observations, double interval, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(observations);
        if (observations.Count < 2 || !observations[0].IsFull)
            throw new UserError("a joint filter needs a sequence whose first state is observed in full", found: $"{observations.Count} observations", expected: "at least 2");
        bool[] kept = [.. priorDeviations.Select(deviation => deviation > 0)];
        for (int pass = 1; ; pass++)
        {
            var estimate = Pass(observations, interval, kept, cancel) with { Passes = pass };
            int[] dropped = [.. Enumerable.Range(0, kept.Length).Where(j => kept[j] && Math.Abs(estimate.Coefficients[j]) < options.DropBelow * estimate.Deviations[j])];
            if (dropped.Length == 0) return estimate;
            foreach (int j in dropped) kept[j] = false;
        }
    }

    private JointEstimate Pass(IReadOnlyList<Observation> observations, double interval, bool[] kept, CancellationToken cancel)
    {
        Matrix members = Start(observations[0], kept);
        double ratio = 0;
        int half = observations.Count / 2;
        for (int time = 1; time < observations.Count; time++)
        {
            var observation = OfJointState(observations[time], members.Columns - kept.Length);
            Matrix forecast = Forecast(members, kept.Length, interval, cancel);
            if (time >= half) ratio += InnovationRatio(forecast, observation) / (observations.Count - half);
            members = _analysis.Ensemble(forecast, observation, new RandomStream(options.Seed, "unused"));
            Inflate(members);
        }
        double[] mean = EnsembleMoments.Centre(members);
        var deviations = new double[kept.Length];
        int size = members.Columns - kept.Length;
        for (int j = 0; j < kept.Length; j++)
        {
            for (int member = 0; member < members.Rows; member++) deviations[j] += members[member, size + j] * members[member, size + j] / (members.Rows - 1);
            deviations[j] = Math.Sqrt(deviations[j]);
        }
        return new JointEstimate(mean[size..], deviations, ratio, 1);
    }

    /// <summary>Members (u, c) around the first observation and zero.</summary>
    private Matrix Start(Observation first, bool[] kept)
    {
        int size = first.Count;
        var members = new Matrix(options.Members, size + kept.Length);
        for (int member = 0; member < members.Rows; member++)
        {
            var row = members.Row(member);
            new RandomStream(options.Seed, "joint ensemble", member).Normal(row);
            TensorPrimitives.MultiplyAdd(row[..size], options.StartDeviation, first.Values, row[..size]);
            for (int j = 0; j < kept.Length; j++) row[size + j] *= kept[j] ? priorDeviations[j] : 0;
        }
        return members;
    }

    private Matrix Forecast(Matrix members, int coefficients, double interval, CancellationToken cancel)
    {
        int size = members.Columns - coefficients;
        var forecast = members.Copy();
        Parallel.For(0, members.Rows, new ParallelOptions { CancellationToken = cancel }, member =>
        {
            double[] state = members.Row(member)[..size].ToArray();
            var solver = model(members.Row(member)[size..].ToArray());
            solver.Run([new StateBatch(solver.Layout, 1, state)], interval, cancel).States.Values.CopyTo(forecast.Row(member));
        });
        return TensorPrimitives.IsFiniteAll<double>(forecast.Values) ? forecast
            : throw new NonFiniteException("a member of the joint filter: its coefficients make the model unstable; try smaller prior deviations");
    }

    private void Inflate(Matrix members)
    {
        if (options.Inflation == 1) return;
        double[] mean = EnsembleMoments.Centre(members);
        for (int member = 0; member < members.Rows; member++) TensorPrimitives.MultiplyAdd(members.Row(member), options.Inflation, mean, members.Row(member));
    }

    /// <summary>Mean over the observed values of d² / (H B Hᵀ + R).</summary>
    private static double InnovationRatio(Matrix forecast, Observation observation)
    {
        Matrix observed = observation.Observe(forecast).Copy();
        double[] mean = EnsembleMoments.Centre(observed);
        double sum = 0;
        for (int i = 0; i < mean.Length; i++)
        {
            double variance = observation.Deviations[i] * observation.Deviations[i], innovation = observation.Values[i] - mean[i];
            for (int member = 0; member < observed.Rows; member++) variance += observed[member, i] * observed[member, i] / (observed.Rows - 1);
            sum += innovation * innovation / variance;
        }
        return sum / mean.Length;
    }

    private static Observation OfJointState(Observation observation, int size) => observation.IsFull
        ? new Observation(observation.Values, observation.Deviations, [.. Enumerable.Range(0, size)])
        : observation;
}
