using Residuum.Numerics.Options;

namespace Residuum.Distribution.Verbs;

/// <summary>A problem, and the method that runs on it.</summary>
public sealed record DistributeOptions : ProblemOptions
{
    /// <summary>Method.</summary>
    [Option("Method.")]
    public MethodKind Method { get; init; } = MethodKind.Econtrol;

    /// <summary>η.</summary>
    [Option("Feedback η of EControl, or weight of the moving average of ef21-sgdm and ef21-sgd2m; by default the compressor's δ, and 0.1.", Range = "[0, 1]", Source = "econtrol, Algorithm")]
    public double? Eta { get; init => field = value is { } given ? Require.Declared(this, given) : null; }

    /// <summary>γ.</summary>
    [Option("Step size: a number, or theory, theory-am, theory-qm, theory-clone, each with *FACTOR behind it if wanted.", Value = "TEXT", Source = "ef21-weighted, Theorems 1 to 3")]
    public string Step { get; init; } = "theory";

    /// <summary>Rounds at most.</summary>
    [Option("Rounds at most.", Range = "[1, 100000000]")]
    public int Rounds { get; init => field = Require.Declared(this, value); } = 2000;

    /// <summary>Samples of a mini-batch.</summary>
    [Option("Samples of a worker's mini-batch; 0 for all.", Range = "[0, 100000000]")]
    public int Batch { get; init => field = Require.Declared(this, value); }

    /// <summary>Stops at this part of the first |∇f|².</summary>
    [Option("Stops once |∇f|² is at most this part of its first value; 0 for never.", Range = "[0, 1)")]
    public double Target { get; init => field = Require.Declared(this, value); } = 1e-4;

    /// <summary>Rounds from one record to the next.</summary>
    [Option("Rounds from one record of f and its gradient to the next.", Range = "[1, 1000000]")]
    public int RecordEvery { get; init => field = Require.Declared(this, value); } = 10;
}

/// <summary>Methods by name.</summary>
public enum MethodKind
{
    /// <summary>Gradient descent, uncompressed.</summary>
    Gd,

    /// <summary>Compressed descent without feedback.</summary>
    Dcgd,

    /// <summary>Error compensation.</summary>
    Ef14,

    /// <summary>EF21.</summary>
    Ef21,

    /// <summary>EF21 with workers weighted by their smoothness.</summary>
    Ef21W,

    /// <summary>EF21 of a moving average of the gradients.</summary>
    Ef21Sgdm,

    /// <summary>EF21 of an average of that average.</summary>
    Ef21Sgd2m,

    /// <summary>EControl.</summary>
    Econtrol,

    /// <summary>Error compensation with a learned shift and two messages a round.</summary>
    EcDouble,

    /// <summary>DIANA.</summary>
    Diana,

    /// <summary>MARINA.</summary>
    Marina,
}
