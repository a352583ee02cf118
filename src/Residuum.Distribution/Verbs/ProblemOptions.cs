using Residuum.Distribution.Compressors;
using Residuum.Numerics.Options;

namespace Residuum.Distribution.Verbs;

/// <summary>What is optimised, how it is dealt to workers, and what their messages go through.</summary>
public record ProblemOptions
{
    /// <summary>Samples, or the name of a generator.</summary>
    [Option("Samples: a LIBSVM file (plain or gzip), a table such as CSV or Parquet with its label, or a generator: a9a-like, w8a-like, phishing-like, synth-ls.", Value = "FILE|NAME")]
    public string Samples { get; init; } = "a9a-like";

    /// <summary>Column of the labels.</summary>
    [Option("Column of the labels, where the samples are a table.", Value = "COLUMN")]
    public string Label { get; init; } = "";

    /// <summary>Whether features are standardized.</summary>
    [Option("Whether the features of a file get mean 0 and standard deviation 1; it fills a sparse matrix.")]
    public bool Standardize { get; init; }

    /// <summary>What is minimised.</summary>
    [Option("What is minimised; synth-ls is its own objective.")]
    public ObjectiveKind Objective { get; init; } = ObjectiveKind.Logistic;

    /// <summary>μ of (μ/2)|x|².</summary>
    [Option("Weight μ of the ridge (μ/2)|x|².", Range = "[0, inf)")]
    public double Ridge { get; init => field = Require.Declared(this, value); }

    /// <summary>λ of λ Σ x²/(1 + x²).</summary>
    [Option("Weight λ of the non-convex regulariser λ Σ x²/(1 + x²).", Range = "[0, inf)", Source = "ef21-weighted, study: 1e-3")]
    public double NonConvex { get; init => field = Require.Declared(this, value); } = 1e-3;

    /// <summary>How samples are dealt.</summary>
    [Option("How samples are dealt: iid, label:SHARE (that share of them sorted by label), dirichlet:A (labels in proportions of that concentration), norm (sorted by the size of their rows).", Value = "TEXT")]
    public string Split { get; init; } = "label:0.5";

    /// <summary>n.</summary>
    [Option("Number of workers.", Range = "[1, 1000000]")]
    public int Workers { get; init => field = Require.Declared(this, value); } = 20;

    /// <summary>Compressor.</summary>
    [Option("Compressor, such as topk:0.1, topk:12, randk:0.1, natural, qsgd:4, sign, identity.", Value = "TEXT", Source = "distributed-product, Compressors")]
    public string Compressor { get; init; } = "topk:0.1";

    /// <summary>Precision of the numbers in messages.</summary>
    [Option("Precision of the numbers in messages.")]
    public ValuePrecision Values { get; init; } = ValuePrecision.Single;

    /// <summary>Probability that a worker takes part.</summary>
    [Option("Probability that a worker takes part in a round after the first.", Range = "(0, 1]", Source = "ef21-weighted, Extensions")]
    public double Participation { get; init => field = Require.Declared(this, value); } = 1;

    /// <summary>Size of the generator.</summary>
    [Option("Size, heterogeneity and noise of synth-ls, rows of the other generators.")]
    public GeneratorOptions Generator { get; init; } = new();
}

/// <summary>Sizes of generated data.</summary>
public sealed record GeneratorOptions
{
    /// <summary>Samples.</summary>
    [Option("Samples of a9a-like, w8a-like and phishing-like; 0 for as many as the real set has.", Range = "[0, 10000000]")]
    public int Rows { get; init => field = Require.Declared(this, value); } = 2000;

    /// <summary>d of synth-ls.</summary>
    [Option("Numbers in x of synth-ls.", Range = "[1, 10000000]", Source = "econtrol, setup A")]
    public int Dimension { get; init => field = Require.Declared(this, value); } = 300;

    /// <summary>ζ of synth-ls.</summary>
    [Option("Heterogeneity ζ of synth-ls.", Range = "[0, inf)", Source = "econtrol, setup A")]
    public double Zeta { get; init => field = Require.Declared(this, value); } = 100;

    /// <summary>σ of synth-ls.</summary>
    [Option("Noise σ of the gradients of synth-ls.", Range = "[0, inf)", Source = "econtrol, setup A")]
    public double Sigma { get; init => field = Require.Declared(this, value); } = 10;
}

/// <summary>What is minimised.</summary>
public enum ObjectiveKind
{
    /// <summary>Logistic loss of two classes.</summary>
    Logistic,

    /// <summary>Half the squared error.</summary>
    LeastSquares,
}
