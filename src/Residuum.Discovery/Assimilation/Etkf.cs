using System.Numerics.Tensors;
using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Random;

namespace Residuum.Discovery.Assimilation;

/// <summary>Ensemble transform Kalman filter with the symmetric square root: draws nothing; mean and sample covariance obey the Kalman formula exactly.</summary>
/// <remarks>With S Sᵀ = VᵀΛV (rows of V are eigenvectors), N₁ = N - 1: w = Vᵀ (Λ + N₁)⁻¹ V S d, T = Vᵀ sqrt(N₁ / (Λ + N₁)) V, E = x̄ + w A + T A.
/// With fewer observations than members the eigenvectors of SᵀS are used instead.
/// Source: medida-product, data assimilation suite; Bishop, Etherton and Majumdar, Mon. Weather Rev. 129, 420 (2001).</remarks>
public sealed class Etkf : IAnalysis
{
    /// <inheritdoc/>
    public Matrix Ensemble(Matrix forecast, Observation observation, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        ArgumentNullException.ThrowIfNull(observation);
        var prior = new ObservedAnomalies(forecast, observation);
        double[] d = prior.Innovation(observation.Values, prior.Mean);
        Matrix analysis = prior.UsesEnsembleSpace ? InEnsembleSpace(prior, d) : InObservationSpace(prior, d);
        for (int member = 0; member < analysis.Rows; member++) TensorPrimitives.Add<double>(analysis.Row(member), prior.Mean, analysis.Row(member));
        return analysis;
    }

    /// <summary>1 w A + T A, <c>[N, n]</c>, from the N x N eigenvectors.</summary>
    private static Matrix InEnsembleSpace(ObservedAnomalies prior, double[] d)
    {
        var (S, N1) = (prior.Unscaled, prior.Ridge);
        var (Lambda, V) = Dense.SymmetricEigen(Dense.LowerRowGram(S));
        double[] w = MatrixVector.Multiply(V, MatrixVector.Multiply(S, d));
        Matrix rootV = V.Copy();
        for (int i = 0; i < w.Length; i++)
        {
            double lambda = Math.Max(0, Lambda[i]);
            w[i] /= lambda + N1;
            TensorPrimitives.Multiply(rootV.Row(i), Math.Sqrt(N1 / (lambda + N1)), rootV.Row(i));
        }
        w = MatrixVector.MultiplyTransposed(V, w);
        Matrix T = Dense.Multiply(V, rootV, transposeA: true);
        for (int i = 0; i < w.Length; i++) TensorPrimitives.Add<double>(T.Row(i), w, T.Row(i));
        return Dense.Multiply(T, prior.Anomalies);
    }

    /// <summary>The same from the p x p eigenvectors of SᵀS = VᵀΛV: T = I - S Vᵀ g V Sᵀ, g = 1 / (r (r + sqrt N₁)), r = sqrt(Λ + N₁).</summary>
    private static Matrix InObservationSpace(ObservedAnomalies prior, double[] d)
    {
        var (S, A, N1) = (prior.Unscaled, prior.Anomalies, prior.Ridge);
        var (Lambda, V) = Dense.SymmetricEigen(Dense.LowerGram(S));
        double[] Vd = MatrixVector.Multiply(V, d);
        Matrix gV = V.Copy();
        for (int i = 0; i < Vd.Length; i++)
        {
            double r2 = Math.Max(0, Lambda[i]) + N1, r = Math.Sqrt(r2);
            Vd[i] /= r2;
            TensorPrimitives.Multiply(gV.Row(i), -1 / (r * (r + Math.Sqrt(N1))), gV.Row(i));
        }
        double[] w = MatrixVector.Multiply(S, MatrixVector.MultiplyTransposed(V, Vd));
        double[] wA = MatrixVector.MultiplyTransposed(A, w);
        Matrix VSA = Dense.Multiply(V, Dense.Multiply(S, A, transposeA: true));
        Matrix analysis = Dense.Multiply(Dense.Multiply(S, gV, transposeB: true), VSA);
        for (int member = 0; member < analysis.Rows; member++)
        {
            TensorPrimitives.Add<double>(analysis.Row(member), A.Row(member), analysis.Row(member));
            TensorPrimitives.Add<double>(analysis.Row(member), wA, analysis.Row(member));
        }
        return analysis;
    }
}
