namespace Residuum.Discovery.Regression;

/// <summary>What a selection rule sees: the moments of every sample, and what follows from them, computed once.</summary>
public sealed class SelectionProblem
{
    private readonly Lazy<IReadOnlyList<LeastSquares>> _path;
    private readonly Lazy<HeldOutErrors> _heldOut;

    /// <summary>States the problem.</summary>
    /// <param name="data">Second moments of each sample.</param>
    /// <param name="scaling">Whether columns are centred.</param>
    /// <param name="cells">N_e, the number of correlation cells of the residual: see <see cref="CorrelationCells"/>; the number of rows if not given.</param>
    /// <param name="folds">Folds of whole samples for the held-out error.</param>
    public SelectionProblem(GroupedEquations data, Scaling scaling = Scaling.Centred, double? cells = null, int folds = 5)
    {
        ArgumentNullException.ThrowIfNull(data);
        Data = data;
        Standardized = StandardizedEquations.From(data.Sum(), scaling);
        Cells = cells ?? Standardized.Rows;
        if (!(Cells > 0)) throw new ArgumentOutOfRangeException(nameof(cells), Cells, "the number of correlation cells must be above 0");
        _path = new(() => SubsetPath.Of(Standardized));
        _heldOut = new(() => HeldOutErrors.Of(data, scaling, folds));
    }

    /// <summary>Second moments of each sample.</summary>
    public GroupedEquations Data { get; }

    /// <summary>Scaled equations of all samples.</summary>
    public StandardizedEquations Standardized { get; }

    /// <summary>N_e.</summary>
    public double Cells { get; }

    /// <summary>The best model found for every number of terms, index = number of terms: see <see cref="SubsetPath"/>.</summary>
    public IReadOnlyList<LeastSquares> Path => _path.Value;

    /// <summary>Held-out error of every size for every sample.</summary>
    public HeldOutErrors HeldOut => _heldOut.Value;

    /// <summary>RSS/yᵀy of every size, at least 1e-14.</summary>
    public double[] RelativeResiduals => [.. Path.Select(model => model.ResidualSquare / Standardized.TargetSquare)];

    /// <summary>Columns of a model on the path, ascending.</summary>
    /// <param name="terms">Number of terms.</param>
    public IReadOnlyList<int> Support(int terms) => [.. Path[terms].Support.Select(k => Standardized.Columns[k]).Order()];

    /// <summary>Least squares on some columns, in the units of the data.</summary>
    /// <param name="support">Column indices; those that do not vary are left out.</param>
    public SparseFit Refit(IReadOnlyList<int> support)
    {
        int[] positions = [.. Enumerable.Range(0, Standardized.Columns.Count).Where(k => support.Contains(Standardized.Columns[k]))];
        var fit = Standardized.TargetSquare == 0 ? StandardizedFit.Empty(0) : new LeastSquares(Standardized, positions).ToFit(1, Stop.Converged);
        return Standardized.Restore(fit);
    }
}
