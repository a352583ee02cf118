using System.Numerics.Tensors;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Random;

namespace Residuum.Numerics.LinearAlgebra;

/// <summary>Largest eigenvalue of a symmetric positive semidefinite operator, by Lanczos iteration with full reorthogonalisation.</summary>
/// <remarks>Source: C. Lanczos, J. Res. Natl. Bur. Stand. 45, 255 (1950). The Ritz value never exceeds λ_max; where the vectors span an invariant
/// subspace, after as many steps as there are different eigenvalues, it is λ_max itself, for a start that is orthogonal to no eigenvector.</remarks>
public sealed class Lanczos
{
    private const int MostSteps = 100;

    /// <summary>Steps before the tolerance may end them: operators of smaller rank are exact, at the cost of these steps only.</summary>
    private const int LeastSteps = 32;

    /// <summary>What remains of a new direction, or of a residual, is rounding below this share of λ.</summary>
    private const double Breakdown = 1e-10;

    private readonly List<double[]> _basis = [];
    private readonly List<double> _diagonal = [];
    private readonly List<double> _offDiagonal = [];

    private Lanczos(int n)
    {
        var start = new double[n];
        new RandomStream(1, "Lanczos start").Normal(start);
        TensorPrimitives.Divide(start, TensorPrimitives.Norm<double>(start), start);
        _basis.Add(start);
    }

    /// <summary>product = A v.</summary>
    /// <param name="v">v.</param>
    /// <param name="product">Holds zeros; becomes A v.</param>
    public delegate void Operator(ReadOnlySpan<double> v, Span<double> product);

    /// <summary>λ_max.</summary>
    /// <param name="n">Size of the operator.</param>
    /// <param name="apply">A.</param>
    /// <param name="tolerance">Relative error, by the residual, at which to stop.</param>
    /// <returns>The largest Ritz value, and whether it is exact to rounding.</returns>
    /// <exception cref="NonFiniteException">A product was not finite.</exception>
    public static (double Value, bool IsExact) Largest(int n, Operator apply, double tolerance = 1e-3)
    {
        ArgumentNullException.ThrowIfNull(apply);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        return new Lanczos(n).Run(n, apply, tolerance);
    }

    private (double, bool) Run(int n, Operator apply, double tolerance)
    {
        for (int step = 1; ; step++)
        {
            var next = new double[n];
            apply(_basis[^1], next);
            _diagonal.Add(TensorPrimitives.Dot<double>(next, _basis[^1]));
            double scale = TensorPrimitives.Norm<double>(next);
            if (!double.IsFinite(scale)) throw new NonFiniteException($"Lanczos step {step}");
            // Twice is enough: what one pass leaves is of the size of rounding (Parlett).
            for (int pass = 0; pass < 2; pass++) Reorthogonalise(next);
            double rest = TensorPrimitives.Norm<double>(next);
            bool isInvariant = rest <= Breakdown * Math.Max(_diagonal.Max(), scale) || step == n;
            if (isInvariant || step >= LeastSteps)
            {
                var (value, residual) = Ritz(rest);
                bool isExact = isInvariant || residual <= Breakdown * value;
                if (isExact || residual <= tolerance * value || step == MostSteps) return (value, isExact);
            }
            TensorPrimitives.Divide(next, rest, next);
            _offDiagonal.Add(rest);
            _basis.Add(next);
        }
    }

    private void Reorthogonalise(double[] vector)
    {
        foreach (double[] other in _basis)
            TensorPrimitives.MultiplyAdd(other, -TensorPrimitives.Dot<double>(vector, other), vector, vector);
    }

    /// <summary>Largest eigenvalue of the tridiagonal matrix, and |A u - λ u| of its Ritz vector u.</summary>
    private (double Value, double Residual) Ritz(double rest)
    {
        int size = _diagonal.Count;
        var tridiagonal = new Matrix(size, size);
        for (int i = 0; i < size; i++)
        {
            tridiagonal[i, i] = _diagonal[i];
            if (i > 0) tridiagonal[i, i - 1] = tridiagonal[i - 1, i] = _offDiagonal[i - 1];
        }
        var (values, vectors) = Dense.SymmetricEigen(tridiagonal);
        return (values[^1], rest * Math.Abs(vectors[size - 1, size - 1]));
    }
}
