namespace Residuum.Discovery.Regression;

/// <summary>Chooses a model.</summary>
public interface ISelectionRule
{
    /// <summary>Name for flags and tables, such as <c>cell-bic</c>.</summary>
    string Name { get; }

    /// <summary>Chooses, and fits the chosen columns by least squares.</summary>
    /// <param name="problem">Moments of every sample.</param>
    /// <param name="cancel">Stops the work.</param>
    SparseFit Select(SelectionProblem problem, CancellationToken cancel = default);
}
