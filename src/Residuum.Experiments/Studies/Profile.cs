namespace Residuum.Experiments.Studies;

/// <summary>How much of a study is run.</summary>
public enum Profile
{
    /// <summary>What the tests run: one seed, small inputs, a few seconds.</summary>
    Smoke,

    /// <summary>The default: every seed and every claim, up to three minutes.</summary>
    Quick,

    /// <summary>The paper's sizes.</summary>
    Full,
}
