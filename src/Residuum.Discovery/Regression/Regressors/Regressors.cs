using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Regression;

/// <summary>A regressor that can be asked for by name.</summary>
/// <param name="Name">Name for flags and files.</param>
/// <param name="Summary">One sentence for the help page.</param>
/// <param name="Options">Its options with their defaults.</param>
/// <param name="Create">Builds it from options of that type.</param>
public sealed record RegressorEntry(string Name, string Summary, object Options, Func<object, IRegressor> Create);

/// <summary>All regressors, by name.</summary>
public static class Regressors
{
    /// <summary>The list that flags, help and comparisons read.</summary>
    public static IReadOnlyList<RegressorEntry> All { get; } =
    [
        Entry("rvm", "Relevance vector machine by fixed point (published).", new RvmOptions(), o => new RelevanceVectorMachine(o)),
        Entry("rvm-fast", "Relevance vector machine by fast marginal likelihood.", new FastRvmOptions(), o => new FastRelevanceVectorMachine(o)),
        Entry("stlsq", "Sequentially thresholded least squares.", new StlsqOptions(), o => new Stlsq(o)),
        Entry("sr3", "Sparse relaxed regularized regression.", new Sr3Options(), o => new Sr3(o)),
        Entry("lasso", "LASSO path, refitted, chosen by BIC.", new ElasticNetOptions { Mix = 1 }, o => new ElasticNet(o)),
        Entry("elastic-net", "Elastic-net path, refitted, chosen by BIC.", new ElasticNetOptions(), o => new ElasticNet(o)),
        Entry("ridge", "Ridge regression: every column stays.", new RidgeOptions(), o => new Ridge(o)),
        Entry("least-squares", "Least squares: every column stays.", new RidgeOptions { Penalty = 0 }, o => new Ridge(o)),
        Entry("stepwise-forward", "Adds columns while BIC falls.", new StepwiseOptions(), o => new ForwardStepwise(o)),
        Entry("stepwise-backward", "Deletes columns to the least BIC.", new StepwiseOptions(), o => new BackwardStepwise(o)),
        Entry("evidence", "Deletes columns while the Bayesian evidence rises.", new StepwiseOptions(), o => new EvidenceGreedy(o)),
        Entry("bagged", "Any of these on bootstrap replicates of whole samples.", new BaggingOptions(), Bagged),
    ];

    /// <summary>A regressor by its name.</summary>
    /// <param name="name">Such as <c>rvm</c>.</param>
    /// <param name="options">Options of its type; its defaults if not given.</param>
    /// <exception cref="UserError">No regressor has this name.</exception>
    public static IRegressor Create(string name, object? options = null)
    {
        RegressorEntry entry = All.FirstOrDefault(entry => entry.Name == name)
            ?? throw new UserError("unknown regressor", "regressor", name, string.Join(", ", All.Select(known => known.Name)));
        return entry.Create(options ?? entry.Options);
    }

    private static Bagging Bagged(BaggingOptions options) => options.Inner == "bagged"
        ? throw new UserError("a bag can not be bagged", "inner", options.Inner, "another regressor")
        : new Bagging(Create(options.Inner), options);

    private static RegressorEntry Entry<TOptions>(string name, string summary, TOptions options, Func<TOptions, IRegressor> create)
        where TOptions : notnull =>
        new(name, summary, options, given => create((TOptions)given));
}
