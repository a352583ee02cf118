using Residuum.Discovery.Regression;

namespace Residuum.Discovery;

/// <summary>Chooses the terms of a pass: by the regressor's threshold until the passes have settled, then by a rule (medida-ks, Variants: automatic default).</summary>
/// <remarks>Never a criterion on the first pass: the bias of the step looks like signal, and criteria keep many small terms.</remarks>
internal sealed class TermChooser
{
    // Settled: the bias of the step that is left is too small to look like a term, to a rule that sees clean or noisy data.
    private const double SettledClean = 1e-5, SettledNoisy = 1e-3, Rest = 1e-4;
    private const int FewestRulePasses = 4, MostRulePasses = 8;

    private readonly Func<Scaling, IRegressor> _regressor;
    private readonly ISelectionRule? _rule;
    private readonly bool _waits;
    private readonly double _settles;
    private readonly int _mostRulePasses = MostRulePasses;
    private int _rulePasses;
    private bool _settled, _rests;

    /// <param name="options">Regressor and rule.</param>
    /// <param name="isNoisy">Whether the observations carry noise.</param>
    public TermChooser(MedidaOptions options, bool isNoisy)
    {
        _settles = isNoisy ? SettledNoisy : SettledClean;
        _regressor = scaling => Regressors.Create(options.Regressor, OptionsOf(options, scaling));
        _rule = options.Selection switch
        {
            "auto" => new CellBic(),
            "threshold" => null,
            var name => SelectionRules.Create(name),
        };
        _waits = _rule is not null;
    }

    /// <summary>A chooser that takes the best model of a given size from the first pass on.</summary>
    /// <param name="options">Regressor, for what else asks for it.</param>
    /// <param name="isNoisy">Whether the observations carry noise.</param>
    /// <param name="terms">Number of terms.</param>
    public TermChooser(MedidaOptions options, bool isNoisy, int terms)
        : this(options, isNoisy)
    {
        (_rule, _settled) = (new FixedSize(terms), true);
        _mostRulePasses = options.Passes;
    }

    /// <summary>Whether the rule has had its passes.</summary>
    public bool IsDone => _rulePasses >= _mostRulePasses || (_rulePasses >= FewestRulePasses && _rests);

    /// <summary>Coefficients of one field's equation.</summary>
    /// <param name="data">Second moments of each training sample, for the cumulative target.</param>
    /// <param name="scaling">How columns are scaled.</param>
    /// <param name="cells">N_e of what is left.</param>
    public double[] Choose(GroupedEquations data, Scaling scaling, double cells)
    {
        var problem = new SelectionProblem(data, scaling, cells, folds: Math.Min(5, data.Count));
        var rule = _rule is not null && _settled ? _rule : new RegressorRule(_regressor(scaling));
        return rule.Select(problem).Coefficients;
    }

    /// <summary>Learns how much a pass changed.</summary>
    /// <param name="change">Relative change of Φc.</param>
    public void Observe(double change)
    {
        _rests = change < Rest;
        if (_settled) _rulePasses++;
        else if (_waits && change < _settles) _settled = true;
    }

    private static object? OptionsOf(MedidaOptions options, Scaling scaling) => options.Regressor switch
    {
        "rvm" => new RvmOptions { AlphaMax = options.AlphaMax, Scaling = scaling },
        "rvm-fast" => new FastRvmOptions { AlphaMax = options.AlphaMax, Scaling = scaling },
        "stlsq" => new StlsqOptions { Threshold = 1 / Math.Sqrt(options.AlphaMax), Scaling = scaling },
        "sr3" => new Sr3Options { Scaling = scaling },
        "lasso" => new ElasticNetOptions { Mix = 1, Scaling = scaling },
        "elastic-net" => new ElasticNetOptions { Scaling = scaling },
        "ridge" => new RidgeOptions { Scaling = scaling },
        "least-squares" => new RidgeOptions { Penalty = 0, Scaling = scaling },
        "stepwise-forward" or "stepwise-backward" or "evidence" => new StepwiseOptions { Scaling = scaling },
        _ => null,
    };
}
