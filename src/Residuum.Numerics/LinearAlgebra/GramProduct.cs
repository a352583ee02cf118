namespace Residuum.Numerics.LinearAlgebra;

/// <summary>One term of a kernel matrix: (A Aᵀ) ∘ (B Bᵀ), elementwise.</summary>
/// <param name="A">A, <c>[q, a]</c>.</param>
/// <param name="B">B, <c>[q, b]</c>; all ones in place of B Bᵀ where null.</param>
public readonly record struct GramProduct(Matrix A, Matrix? B)
{
    /// <summary>The lower triangle of the sum of terms, for a factorisation; what stands above it is not defined.</summary>
    /// <remarks>Computed tile by tile, each by one thread, so that no second matrix of that size is needed and the bits are the same at any thread count.</remarks>
    /// <param name="terms">Terms of equally many rows.</param>
    /// <exception cref="ArgumentException">No term, or other numbers of rows.</exception>
    public static Matrix LowerSum(IReadOnlyList<GramProduct> terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        int rows = terms.Count == 0 ? 0 : terms[0].A.Rows;
        if (terms.Count == 0 || terms.Any(term => term.A.Rows != rows || (term.B is not null && term.B.Rows != rows)))
            throw new ArgumentException("terms of equally many rows are needed", nameof(terms));
        return TiledGramProducts.LowerSum(terms, rows);
    }
}
