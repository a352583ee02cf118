using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Regression;

/// <summary>All rules that choose on the nested path, by name.</summary>
public static class SelectionRules
{
    /// <summary>The list that flags, help and comparisons read.</summary>
    public static IReadOnlyList<ISelectionRule> All { get; } =
        [new CellBic(), new SequentialDeletion(), new CrossValidation(), new Corner(), new RowBic(), new RowAicc(), new RegressorRule(new RelevanceVectorMachine())];

    /// <summary>A rule by its name.</summary>
    /// <param name="name">Such as <c>cell-bic</c>.</param>
    /// <exception cref="UserError">No rule has this name.</exception>
    public static ISelectionRule Create(string name) =>
        All.FirstOrDefault(rule => rule.Name == name)
        ?? throw new UserError("unknown selection rule", "selection", name, string.Join(", ", All.Select(rule => rule.Name)));
}
