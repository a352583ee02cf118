using System.Numerics.Tensors;
using Residuum.Numerics.LinearAlgebra;

namespace Residuum.Discovery.Regression;

/// <summary>Gaussian posterior of the active columns for given precisions, and the evidence for these.</summary>
/// <remarks>medida-ks, Algorithm 4; Tipping, "Sparse Bayesian learning and the relevance vector machine", JMLR 1, 211 (2001).</remarks>
public sealed class Posterior
{
    private const double Rounding = 1e-16; // keeps α = γ/m² above 0

    private readonly double _logDeterminant;

    /// <summary>Σ = (diag α + β G)⁻¹, m = β Σ b.</summary>
    /// <param name="data">Equations.</param>
    /// <param name="active">Positions of the active columns, <c>[k]</c>.</param>
    /// <param name="alpha">Their precisions α, <c>[k]</c>.</param>
    /// <param name="beta">Noise precision β.</param>
    public Posterior(StandardizedEquations data, IReadOnlyList<int> active, double[] alpha, double beta)
    {
        ArgumentNullException.ThrowIfNull(data);
        (Data, Active, Alpha, Beta) = (data, active, alpha, beta);
        Matrix precision = NormalEquations.Pick(data.Gram, active);
        TensorPrimitives.Multiply<double>(precision.Values, beta, precision.Values);
        for (int i = 0; i < alpha.Length; i++) precision[i, i] += alpha[i];
        Sigma = SymmetricInverse.Of(precision, out _logDeterminant);

        double[] moment = NormalEquations.Pick(data.Moment, active);
        Mean = new double[alpha.Length];
        for (int i = 0; i < Mean.Length; i++) Mean[i] = beta * TensorPrimitives.Dot<double>(Sigma.Row(i), moment);
        ResidualSquare = data.ResidualSquare(active, Mean);
    }

    /// <summary>The equations.</summary>
    public StandardizedEquations Data { get; }

    /// <summary>Positions of the active columns, <c>[k]</c>.</summary>
    public IReadOnlyList<int> Active { get; }

    /// <summary>α of the active columns, <c>[k]</c>.</summary>
    public IReadOnlyList<double> Alpha { get; }

    /// <summary>β.</summary>
    public double Beta { get; }

    /// <summary>Covariance Σ, <c>[k, k]</c>.</summary>
    public Matrix Sigma { get; }

    /// <summary>Mean m, <c>[k]</c>.</summary>
    public double[] Mean { get; }

    /// <summary>‖y - Φm‖².</summary>
    public double ResidualSquare { get; }

    /// <summary>ln p(y | α, β): columns that are not active have α = ∞.</summary>
    public double LogEvidence
    {
        get
        {
            double n = Data.Rows, logAlpha = 0, penalty = 0;
            for (int i = 0; i < Mean.Length; i++)
            {
                logAlpha += Math.Log(Alpha[i]);
                penalty += Alpha[i] * Mean[i] * Mean[i];
            }
            return -0.5 * ((n * Math.Log(2 * Math.PI / Beta)) - logAlpha + _logDeterminant + (Beta * ResidualSquare) + penalty);
        }
    }

    /// <summary>γ_i = 1 - α_i Σ_ii: how far the data determine the column, 0 to 1.</summary>
    /// <param name="i">Position among the active columns.</param>
    public double Determination(int i) => Math.Clamp(1 - (Alpha[i] * Sigma[i, i]), Rounding, 1);

    /// <summary>β = (n - Σγ)/‖y - Φm‖², the fixed point of the noise.</summary>
    public double NextBeta()
    {
        double left = Data.Rows;
        for (int i = 0; i < Mean.Length; i++) left -= Determination(i);
        // With as many columns as rows nothing is left to estimate the noise from.
        return Math.Max(left, 1e-9 * Data.Rows) / ResidualSquare;
    }

    /// <summary>The fit: m with the standard errors √Σ_ii.</summary>
    /// <param name="passes">Iterations that led here.</param>
    /// <param name="stop">Why they ended.</param>
    public StandardizedFit ToFit(int passes, Stop stop)
    {
        var errors = new double[Mean.Length];
        for (int i = 0; i < errors.Length; i++) errors[i] = Math.Sqrt(Sigma[i, i]);
        return new StandardizedFit(Active, Mean, errors, [.. Alpha], passes, stop);
    }
}
