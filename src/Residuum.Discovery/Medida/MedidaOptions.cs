using Residuum.Discovery.Assimilation;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Options;

namespace Residuum.Discovery;

/// <summary>How MEDIDA works; <see cref="Paper"/> is the published form, why the defaults differ stands in docs/decisions.</summary>
public sealed record MedidaOptions
{
    /// <summary>The published method: one pass, library at the end of the step, finite differences, no standardization, virtual observations.</summary>
    public static MedidaOptions Paper { get; } = new()
    {
        Passes = 1,
        LibraryTime = LibraryTime.End,
        BandLimit = BandLimitMode.Off,
        Selection = "threshold",
        Derivatives = DerivativeMethod.Published,
        Standardize = false,
        HeldOutEvery = 0,
        Assimilation = new AssimilationOptions { Filter = Filter.Virtual },
    };

    /// <summary>Largest number of passes.</summary>
    [Option("Largest number of passes: each puts the found terms into the model and takes the increments anew.", Range = "[1, 100]", Source = "medida-ks, Improvements 1; 1 is published")]
    public int Passes { get; init => field = Require.Declared(this, value); } = 20;

    /// <summary>When the library is evaluated.</summary>
    [Option("Time at which the library's columns are evaluated; auto takes trapezoid for clean data and balanced for noisy data.", Source = "medida-ks, Improvements 2 and 3; end is published")]
    public LibraryTime LibraryTime { get; init; } = LibraryTime.Auto;

    /// <summary>Whether waves that noise has drowned are cut.</summary>
    [Option("Whether waves that noise has drowned are cut; auto does so for noisy data.", Source = "medida-ks, Improvements 4; off is published")]
    public BandLimitMode BandLimit { get; init; } = BandLimitMode.Auto;

    /// <summary>Largest wave number κ_c kept, with <see cref="BandLimitMode.Fixed"/>.</summary>
    [Option("Largest wave number kept, with a fixed band limit.", Range = "(0, inf)", Unit = "1/length", Source = "medida-ks, Improvements 4")]
    public double Cutoff { get; init => field = Require.Declared(this, value); } = 2.5;

    /// <summary>F: a wave is kept while its power exceeds F times the noise floor.</summary>
    [Option("A wave is kept while its power exceeds this many times the noise floor; 0 takes 4 with a balanced library and 16 otherwise.", Range = "[0, 1e6]", Source = "medida-ks, Improvements 4, measured")]
    public double CutoffFactor { get; init => field = Require.Declared(this, value); }

    /// <summary>Sparse regression.</summary>
    [Option("Sparse regression by name: rvm, rvm-fast, stlsq, sr3, lasso, elastic-net, ridge, least-squares, stepwise-forward, stepwise-backward, evidence, bagged.", Source = "medida-ks, Algorithm 4")]
    public string Regressor { get; init; } = "rvm";

    /// <summary>α_max of the relevance vector machine.</summary>
    [Option("Columns whose precision exceeds this leave the relevance vector machine; 100 drops standardized coefficients below 0.1.", Range = "(0, inf)", Source = "medida-ks, Algorithm 4: published script")]
    public double AlphaMax { get; init => field = Require.Declared(this, value); } = 100;

    /// <summary>How the number of terms is chosen.</summary>
    [Option("Rule that chooses the terms: auto, threshold (the regressor's own), cell-bic, sequential-deletion, k-fold, corner, row-bic, aicc.", Source = "medida-ks, Variants; docs/decisions")]
    public string Selection { get; init; } = "auto";

    /// <summary>Every so many-th sample judges the passes and is not fitted; 0 fits all.</summary>
    [Option("Every so many-th sample is held out to judge the passes; 0 holds none out, 1 would leave none to fit.", Range = "[0, 1000]", Source = "medida-ks, Improvements 4: 5")]
    public int HeldOutEvery { get; init => field = value == 1 ? throw new OptionError(nameof(HeldOutEvery), "1", "0, or 2 to 1000") : Require.Declared(this, value); } = 5;

    /// <summary>How columns take derivatives.</summary>
    [Option("How the columns' derivatives are taken.", Source = "medida-ks, pitfalls: the published finite differences spoil u_xxxx")]
    public DerivativeMethod Derivatives { get; init; } = DerivativeMethod.Spectral;

    /// <summary>Order of accuracy of finite differences.</summary>
    [Option("Order of accuracy of finite differences; even.", Range = "[2, 12]", Source = "medida-ks, pitfalls: 2 is published")]
    public int DerivativeAccuracy { get; init => field = Require.Declared(this, value); } = 2;

    /// <summary>Whether columns and target are scaled.</summary>
    [Option("Whether columns and target are scaled, so that one threshold means the same for all terms.", Source = "medida-ks, Algorithm 4: the published script does not")]
    public bool Standardize { get; init; } = true;

    /// <summary>Increments below this part of the tendency count as the time step's own error.</summary>
    [Option("A model error below this part of the tendency is not looked into: it is the time step's own.", Range = "[0, 1)", Source = "docs/decisions 12")]
    public double Negligible { get; init => field = Require.Declared(this, value); } = 1e-4;

    /// <summary>Bootstrap replicates for inclusion probabilities.</summary>
    [Option("Bootstrap replicates of whole samples for the inclusion probabilities; 0 leaves them out.", Range = "[0, 100000]", Source = "medida-ks, Improvements 6: 200")]
    public int Replicates { get; init => field = Require.Declared(this, value); } = 200;

    /// <summary>Seed of ensembles and bootstraps.</summary>
    [Option("Seed of ensembles and bootstraps.", Range = "[0, 9e15]")]
    public long Seed { get; init => field = Require.Declared(this, value); }

    /// <summary>How noisy samples become analyses.</summary>
    [Option("How noisy samples become analyses before their increments are taken.")]
    public AssimilationOptions Assimilation { get; init; } = new();

    /// <summary>Whether a sample judges, and is not fitted.</summary>
    /// <param name="sample">Sample, from 0.</param>
    internal bool HoldsOut(int sample) => HeldOutEvery > 0 && sample % HeldOutEvery == HeldOutEvery - 1;

    /// <summary>The samples that judge, of so many.</summary>
    /// <param name="samples">Number of samples.</param>
    internal int[] HeldOut(int samples) => [.. Enumerable.Range(0, samples).Where(HoldsOut)];
}

/// <summary>Whether waves are cut.</summary>
public enum BandLimitMode
{
    /// <summary>From the noise floor where the data are noisy.</summary>
    Auto,

    /// <summary>No cut.</summary>
    Off,

    /// <summary>At <see cref="MedidaOptions.Cutoff"/>.</summary>
    Fixed,
}

/// <summary>How columns take derivatives.</summary>
public enum DerivativeMethod
{
    /// <summary>Spectral.</summary>
    Spectral,

    /// <summary>Centred periodic finite differences.</summary>
    FiniteDifference,

    /// <summary>The published script's finite differences, one-sided at the ends of the periodic domain.</summary>
    Published,
}
