namespace Residuum.Distribution.Problems;

/// <summary>An objective with a symmetric B_i such that ∇²f_i(x) ≤ B_i everywhere: L_i = λ_max(B_i), L = λ_max((1/n) Σ B_i).</summary>
public interface ICurvatureBound : IObjective
{
    /// <summary>product += factor · B_i v.</summary>
    /// <param name="worker">i.</param>
    /// <param name="v">v, d numbers.</param>
    /// <param name="factor">Factor.</param>
    /// <param name="product">Added to.</param>
    void AddBound(int worker, ReadOnlySpan<double> v, double factor, Span<double> product);
}
