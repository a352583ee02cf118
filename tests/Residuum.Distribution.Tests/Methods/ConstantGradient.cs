using Residuum.Distribution.Problems;

namespace Residuum.Distribution.Tests.Methods;

/// <summary>f(x) = Σ x_j (j + 1): one worker, a gradient that does not depend on x.</summary>
internal sealed class ConstantGradient(int dimension = 1) : IObjective
{
    public string Name => "constant gradient";

    public int Workers => 1;

    public int Dimension => dimension;

    public double Value(int worker, ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int j = 0; j < dimension; j++) sum += (j + 1) * x[j];
        return sum;
    }

    public void Gradient(int worker, ReadOnlySpan<double> x, GradientSample? sample, Span<double> gradient)
    {
        for (int j = 0; j < dimension; j++) gradient[j] = j + 1;
    }
}
