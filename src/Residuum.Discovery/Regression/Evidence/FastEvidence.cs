using System.Numerics.Tensors;

namespace Residuum.Discovery.Regression;

/// <summary>Kind of a move of the sequential form.</summary>
public enum EvidenceMove
{
    /// <summary>No move is left.</summary>
    None,

    /// <summary>A column becomes active.</summary>
    Add,

    /// <summary>An active column takes its best α.</summary>
    Reestimate,

    /// <summary>A column leaves.</summary>
    Delete,
}

/// <summary>A change of one column's α.</summary>
/// <param name="Move">Kind.</param>
/// <param name="Column">Position among the kept columns.</param>
/// <param name="Alpha">New α; infinite where the column leaves.</param>
/// <param name="Gain">ΔL, the change of the log evidence at fixed β.</param>
public readonly record struct EvidenceStep(EvidenceMove Move, int Column, double Alpha, double Gain);

/// <summary>Evidence maximized one column at a time, each move the best there is.</summary>
/// <remarks>medida-ks, Fast sequential form; Tipping and Faul, "Fast marginal likelihood maximisation for sparse Bayesian models" (AISTATS, 2003).</remarks>
public sealed class FastEvidence
{
    private readonly StandardizedEquations _data;
    private readonly bool _noiseIsKnown;

    /// <summary>Starts from the column of largest b²/G among those allowed.</summary>
    /// <param name="data">Scaled equations.</param>
    /// <param name="allowed">Positions that may become active.</param>
    /// <param name="noisePrecision">β where it is known; else it starts from a tenth of the target's variance.</param>
    public FastEvidence(StandardizedEquations data, IReadOnlyList<int> allowed, double? noisePrecision = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        (_data, Allowed, _noiseIsKnown) = (data, allowed, noisePrecision is not null);
        double beta = noisePrecision ?? 10 * data.Rows / data.TargetSquare;
        int first = allowed.MaxBy(j => data.Moment[j] * data.Moment[j] / data.Gram[j, j]);
        double s = beta * data.Gram[first, first], q = beta * data.Moment[first];
        // Where not even the best column is worth its place, it starts with γ = 1/2 and the first move deletes it.
        Posterior = new Posterior(data, [first], [q * q > s ? s * s / ((q * q) - s) : s], beta);
    }

    /// <summary>Positions that may become active.</summary>
    public IReadOnlyList<int> Allowed { get; }

    /// <summary>Posterior of the active columns.</summary>
    public Posterior Posterior { get; private set; }

    /// <summary>The move that raises the evidence most; <see cref="EvidenceMove.None"/> where none raises it.</summary>
    public EvidenceStep Best()
    {
        EvidenceStep best = default;
        foreach (int column in Allowed)
        {
            EvidenceStep step = Best(column);
            if (step.Gain > best.Gain) best = step;
        }
        return best;
    }

    /// <summary>The best move of one column.</summary>
    /// <param name="column">Position among the kept columns.</param>
    public EvidenceStep Best(int column)
    {
        int i = IndexOf(column);
        return i < 0 ? Inactive(column) : Active(column, i);
    }

    /// <summary>Makes a move, then sets β to its fixed point unless it is known.</summary>
    /// <param name="step">The move.</param>
    /// <returns>Relative change of β.</returns>
    public double Apply(EvidenceStep step)
    {
        List<int> active = [.. Posterior.Active];
        List<double> alpha = [.. Posterior.Alpha];
        int i = active.IndexOf(step.Column);
        switch (step.Move)
        {
            case EvidenceMove.Add: active.Add(step.Column); alpha.Add(step.Alpha); break;
            case EvidenceMove.Reestimate: alpha[i] = step.Alpha; break;
            case EvidenceMove.Delete: active.RemoveAt(i); alpha.RemoveAt(i); break;
        }
        double beta = Posterior.Beta;
        Posterior = new Posterior(_data, active, [.. alpha], beta);
        if (_noiseIsKnown) return 0;
        double next = Posterior.NextBeta();
        Posterior = new Posterior(_data, active, [.. alpha], next);
        return Math.Abs(next - beta) / beta;
    }

    // Cancellation-free: S = α - α²Σ, Q = α m; s = 1/Σ - α, q = m/Σ.
    private EvidenceStep Active(int column, int i)
    {
        double alpha = Posterior.Alpha[i], sigma = Posterior.Sigma[i, i], m = Posterior.Mean[i];
        double S = alpha - (alpha * alpha * sigma), Q = alpha * m;
        double s = (1 / sigma) - alpha, q = m / sigma, theta = (q * q) - s;
        if (theta <= 0)
        {
            double gain = ((Q * Q / (S - alpha)) - Math.Log(1 - (S / alpha))) / 2;
            return new EvidenceStep(EvidenceMove.Delete, column, double.PositiveInfinity, gain);
        }
        double next = s * s / theta, delta = (1 / next) - (1 / alpha);
        if (delta == 0 || !(next > 0)) return default;
        return new EvidenceStep(EvidenceMove.Reestimate, column, next, ((Q * Q / (S + (1 / delta))) - Math.Log(1 + (S * delta))) / 2);
    }

    // S = β(G_jj - β G_jA Σ G_Aj), Q = β(b_j - G_jA m).
    private EvidenceStep Inactive(int column)
    {
        double beta = Posterior.Beta;
        double[] link = NormalEquations.Pick(_data.Gram.Row(column).ToArray(), Posterior.Active);
        double explained = 0;
        for (int i = 0; i < link.Length; i++) explained += link[i] * TensorPrimitives.Dot<double>(Posterior.Sigma.Row(i), link);
        double S = beta * (_data.Gram[column, column] - (beta * explained));
        double Q = beta * (_data.Moment[column] - TensorPrimitives.Dot<double>(link, Posterior.Mean));
        double theta = (Q * Q) - S;
        if (!(S > 0) || theta <= 0) return default;
        return new EvidenceStep(EvidenceMove.Add, column, S * S / theta, (((Q * Q) - S) / S + Math.Log(S / (Q * Q))) / 2);
    }

    private int IndexOf(int column)
    {
        for (int i = 0; i < Posterior.Active.Count; i++)
        {
            if (Posterior.Active[i] == column) return i;
        }
        return -1;
    }
}
