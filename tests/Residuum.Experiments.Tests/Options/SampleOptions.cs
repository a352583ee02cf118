using Residuum.Numerics.Options;

namespace Residuum.Experiments.Tests.Options;

public enum Rule
{
    CellBic,
    Corner,
}

public sealed record InnerOptions
{
    [Option("Precision at which a column leaves.", Range = "(0, inf)", Unit = "1", Source = "medida-ks, step 4")]
    public double AlphaMax { get; init => field = Require.Declared(this, value); } = 100;

    [Option("Passes.", Range = "[1, 50]")]
    public int MaxPasses { get; init => field = Require.Declared(this, value); } = 20;
}

public sealed record SampleOptions
{
    private static readonly InnerOptions Shared = new() { MaxPasses = 7 };

    [Option("Interval between observations.", Range = "(0, inf)", Unit = "s")]
    public double TimeStep { get; init => field = Require.Declared(this, value); } = 0.005;

    [Option("Highest wavenumber kept; empty for the automatic choice.")]
    public double? Cutoff { get; init; }

    [Option("Samples to read.")]
    public long Samples { get; init; } = 100;

    [Option("Whether odd derivatives take part.")]
    public bool Odd { get; init; }

    [Option("How the number of terms is chosen.")]
    public Rule Rule { get; init; } = Rule.CellBic;

    [Option("Variable to read | of the file.")]
    public string? Variable { get; init; }

    [Option("Terms of the user's.")]
    public IReadOnlyList<string> Terms { get; init; } = [];

    [Option("Noise levels.")]
    public IReadOnlyList<double> Noise { get; init; } = [0, 0.01];

    [Option("Coefficients by name.")]
    public IReadOnlyDictionary<string, double> Set { get; init; } = new Dictionary<string, double>();

    [Option("The regression.")]
    public InnerOptions Regression { get; init; } = Shared;

    [Option("More regressions.")]
    public IReadOnlyList<InnerOptions> Others { get; init; } = [];
}
