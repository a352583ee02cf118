namespace Residuum.Distribution.Problems;

/// <summary>Rows of a loss of one linear prediction each: φ_k(x) = φ(a_kᵀ x, b_k).</summary>
public abstract class LinearObjective : RowObjective
{
    private readonly ILoss _loss;

    private protected LinearObjective(string name, Partition parts, ILoss loss, Regulariser regulariser)
        : base(name, parts, regulariser) => _loss = loss;

    private protected override double Loss(int row, ReadOnlySpan<double> x) => _loss.Value(Parts.Data.Features.Dot(row, x), Parts.Data.Labels[row]);

    private protected override void AddSlope(int row, ReadOnlySpan<double> x, double weight, Span<double> gradient)
    {
        var data = Parts.Data;
        data.Features.AddRow(row, weight * _loss.Slope(data.Features.Dot(row, x), data.Labels[row]), gradient);
    }

    private protected override void AddBoundOfRow(int row, ReadOnlySpan<double> v, double weight, Span<double> product)
    {
        var features = Parts.Data.Features;
        features.AddRow(row, weight * _loss.Curvature * features.Dot(row, v), product);
    }
}
