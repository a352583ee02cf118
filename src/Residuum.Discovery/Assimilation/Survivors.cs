using System.Numerics.Tensors;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Errors;
using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Random;

namespace Residuum.Discovery.Assimilation;

/// <summary>Members whose forecast succeeded.</summary>
public static class Survivors
{
    /// <summary>A member whose norm is this many times the median has blown up, even where it is still finite.</summary>
    private const double BlownUp = 1e9;

    /// <summary>Drops failed members, or draws them anew as mean + Σ w_i a_i / sqrt(N - 1) of the survivors' anomalies a, w standard normal.</summary>
    /// <param name="forecast">What the solver returned.</param>
    /// <param name="policy">Drop or resample.</param>
    /// <param name="random">Source of new members.</param>
    /// <param name="failures">The failures, those found here included.</param>
    /// <returns>Members, <c>[members, n]</c>, all finite; the forecast's own memory where nothing failed.</returns>
    /// <exception cref="UserError">Fewer than two members survive.</exception>
    public static Matrix Of(Forecast forecast, FailedMembers policy, RandomStream random, out IReadOnlyList<MemberFailure> failures)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        ArgumentNullException.ThrowIfNull(random);
        var all = new Matrix(forecast.States.Members, forecast.States.Layout.Size, forecast.States.Values);
        failures = Failures(forecast, all);
        if (failures.Count == 0) return all;
        int[] alive = [.. Enumerable.Range(0, all.Rows).Except(failures.Select(failure => failure.Member))];
        if (alive.Length < 2)
        {
            throw new UserError(
                $"{failures.Count} of {all.Rows} members failed", "ensemble forecast", $"{alive.Length} left", "at least 2",
                $"the first said: {failures[0].Reason}; try a smaller perturbation or time step");
        }
        var kept = new Matrix(alive.Length, all.Columns);
        for (int i = 0; i < alive.Length; i++) all.Row(alive[i]).CopyTo(kept.Row(i));
        if (policy == FailedMembers.Drop) return kept;
        Redraw(all, failures, kept, random);
        return all;
    }

    private static List<MemberFailure> Failures(Forecast forecast, Matrix all)
    {
        var failures = forecast.Failures.ToDictionary(failure => failure.Member);
        var norms = new double[all.Rows];
        for (int member = 0; member < all.Rows; member++) norms[member] = TensorPrimitives.Norm<double>(all.Row(member));
        double[] sorted = [.. norms.Where(double.IsFinite).Order()];
        double limit = sorted.Length == 0 ? 0 : BlownUp * sorted[sorted.Length / 2];
        for (int member = 0; member < all.Rows; member++)
        {
            if (!double.IsFinite(norms[member])) failures.TryAdd(member, new MemberFailure(member, "a value is not finite"));
            else if (norms[member] > limit) failures.TryAdd(member, new MemberFailure(member, $"its norm {norms[member]:g3} is {BlownUp:g1} times the median"));
        }
        return [.. failures.Values.OrderBy(failure => failure.Member)];
    }

    private static void Redraw(Matrix all, IReadOnlyList<MemberFailure> failures, Matrix survivors, RandomStream random)
    {
        double[] mean = EnsembleMoments.Centre(survivors);
        var weights = new double[survivors.Rows];
        foreach (var failure in failures)
        {
            random.Normal(weights);
            TensorPrimitives.Divide(weights, Math.Sqrt(survivors.Rows - 1), weights);
            TensorPrimitives.Add(mean, MatrixVector.MultiplyTransposed(survivors, weights), all.Row(failure.Member));
        }
    }
}
