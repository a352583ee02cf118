using Residuum.Distribution.Problems;
using Residuum.Numerics.LinearAlgebra;

namespace Residuum.Distribution.Tests.Problems;

public sealed class QuadraticObjectiveTests
{
    [Fact]
    public void Gradients_agree_with_differences()
    {
        Gradients.AgreeWithDifferences(QuadraticObjective.WithoutFeedbackDiverges());
        Gradients.AgreeWithDifferences(QuadraticObjective.Random([1, 5, 20], smallest: 0.5, dimension: 4, heterogeneity: 2, seed: 3));
    }

    [Fact]
    public void Top_1_without_feedback_multiplies_x_by_1_plus_11_gamma_over_6()
    {
        var f = QuadraticObjective.WithoutFeedbackDiverges();
        double[] x = [1, 1, 1], gradient = new double[3];
        const double Gamma = 0.02;
        double[] step = new double[3];
        for (int i = 0; i < 3; i++)
        {
            f.Gradient(i, x, null, gradient);
            int largest = Enumerable.Range(0, 3).MaxBy(j => Math.Abs(gradient[j]));
            step[largest] += gradient[largest] / 3;
        }
        for (int j = 0; j < 3; j++) Assert.Equal(1 + (11 * Gamma / 6), x[j] - (Gamma * step[j]), 1e-14);
    }

    [Fact]
    public void Random_quadratics_have_the_spectrum_asked_for()
    {
        var f = QuadraticObjective.Random([8], smallest: 0.5, dimension: 6, heterogeneity: 1, seed: 4);
        var h = new Matrix(6, 6);
        for (int j = 0; j < 6; j++) f.AddBound(0, [.. Enumerable.Range(0, 6).Select(k => k == j ? 1.0 : 0)], 1, h.Row(j));
        var values = Dense.SymmetricEigen(h).Values;
        for (int j = 0; j < 6; j++) Assert.Equal(0.5 + (1.5 * j), values[j], 1e-12);
    }
}
