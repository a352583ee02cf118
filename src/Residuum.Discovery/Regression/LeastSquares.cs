using System.Numerics.Tensors;
using Residuum.Numerics.LinearAlgebra;

namespace Residuum.Discovery.Regression;

/// <summary>Least squares on some of the columns, with a ridge if one is given: c = (G + ρI)⁻¹ b.</summary>
public sealed class LeastSquares
{
    private readonly StandardizedEquations _data;
    private readonly double _ridge;

    /// <summary>Solves.</summary>
    /// <param name="data">Equations.</param>
    /// <param name="support">Positions of the columns.</param>
    /// <param name="ridge">ρ, added to the diagonal of G.</param>
    public LeastSquares(StandardizedEquations data, IReadOnlyList<int> support, double ridge = 0)
    {
        ArgumentNullException.ThrowIfNull(data);
        (_data, _ridge, Support) = (data, ridge, support);
        Matrix gram = NormalEquations.Pick(data.Gram, support);
        for (int i = 0; i < gram.Rows; i++) gram[i, i] += ridge;
        Inverse = SymmetricInverse.Of(gram);
        double[] moment = NormalEquations.Pick(data.Moment, support);
        Coefficients = new double[support.Count];
        for (int i = 0; i < Coefficients.Length; i++) Coefficients[i] = TensorPrimitives.Dot<double>(Inverse.Row(i), moment);
    }

    /// <summary>Positions of the columns, <c>[k]</c>.</summary>
    public IReadOnlyList<int> Support { get; }

    /// <summary>(G + ρI)⁻¹ of the columns, <c>[k, k]</c>.</summary>
    public Matrix Inverse { get; }

    /// <summary>c, <c>[k]</c>.</summary>
    public double[] Coefficients { get; }

    /// <summary>‖y - Φc‖², at least 1e-14 of yᵀy.</summary>
    public double ResidualSquare => _data.ResidualSquare(Support, Coefficients);

    /// <summary>How far the residual would fall with one more column: (b_j - G_jA c)² / (G_jj - G_jA G_AA⁻¹ G_Aj).</summary>
    /// <param name="column">A column outside the support.</param>
    public double GainOf(int column)
    {
        double[] link = NormalEquations.Pick(_data.Gram.Row(column).ToArray(), Support);
        double left = _data.Moment[column] - TensorPrimitives.Dot<double>(link, Coefficients), own = _data.Gram[column, column];
        for (int i = 0; i < link.Length; i++) own -= link[i] * TensorPrimitives.Dot<double>(Inverse.Row(i), link);
        // A column that the others span to rounding can explain nothing more.
        return own > 1e-12 * _data.Gram[column, column] ? left * left / own : 0;
    }

    /// <summary>The fit with standard errors for independent rows; σ² = ‖y - Φc‖²/(n - k).</summary>
    /// <param name="passes">Iterations that led here.</param>
    /// <param name="stop">Why they ended.</param>
    public StandardizedFit ToFit(int passes, Stop stop)
    {
        if (Support.Count == 0) return StandardizedFit.Empty(passes);
        int k = Support.Count, constants = _data.Scaling == Scaling.Centred ? 1 : 0;
        double variance = ResidualSquare / Math.Max(_data.Rows - k - constants, 1);
        var errors = new double[k];
        for (int i = 0; i < k; i++)
        {
            // Without a ridge the sum is 0 and this is (G⁻¹)_ii; with one it is that of (G + ρ)⁻¹ G (G + ρ)⁻¹.
            double diagonal = Inverse[i, i] - (_ridge * TensorPrimitives.SumOfSquares<double>(Inverse.Row(i)));
            errors[i] = Math.Sqrt(variance * Math.Max(diagonal, 0));
        }
        return new StandardizedFit(Support, Coefficients, errors, [.. Enumerable.Repeat(double.NaN, k)], passes, stop);
    }
}
