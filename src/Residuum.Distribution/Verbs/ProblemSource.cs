using System.Globalization;
using Residuum.Distribution.Problems;
using Residuum.Numerics.Errors;

namespace Residuum.Distribution.Verbs;

/// <summary>The objective that the options name.</summary>
internal static class ProblemSource
{
    public const string Synthetic = "synth-ls";

    /// <summary>Opens a file or runs a generator.</summary>
    /// <param name="options">Options.</param>
    /// <param name="folder">Folder that a relative path counts from.</param>
    /// <param name="seed">Seed of generator and split.</param>
    /// <exception cref="UserError">No such file or generator, or one that can not be read.</exception>
    public static IObjective Open(ProblemOptions options, string folder, long seed)
    {
        var generator = options.Generator;
        if (options.Samples == Synthetic) return SyntheticLeastSquares.Heterogeneous(options.Workers, generator.Dimension, generator.Zeta, generator.Sigma, seed);
        var parts = Split(options, Samples(options, folder, seed), seed);
        var regulariser = new Regulariser(options.Ridge, options.NonConvex);
        return options.Objective == ObjectiveKind.LeastSquares ? new LeastSquaresObjective(parts, regulariser) : new LogisticObjective(parts, regulariser);
    }

    private static Dataset Samples(ProblemOptions options, string folder, long seed)
    {
        int rows = options.Generator.Rows;
        return options.Samples switch
        {
            "a9a-like" => rows == 0 ? LookAlikes.A9a(seed) : LookAlikes.A9a(seed, rows),
            "w8a-like" => rows == 0 ? LookAlikes.W8a(seed) : LookAlikes.W8a(seed, rows),
            "phishing-like" => rows == 0 ? LookAlikes.Phishing(seed) : LookAlikes.Phishing(seed, rows),
            _ => Read(Path.Combine(folder, options.Samples), options),
        };
    }

    private static Dataset Read(string path, ProblemOptions options)
    {
        if (!File.Exists(path)) throw new UserError("no such file or generator", path, expected: "a LIBSVM file, a table, a9a-like, w8a-like, phishing-like or synth-ls");
        var data = Dataset.Read(path, options.Label.Length > 0 ? options.Label : null);
        if (options.Standardize) data = data.Standardised();
        return options.Objective == ObjectiveKind.Logistic ? data.WithSigns() : data;
    }

    private static Partition Split(ProblemOptions options, Dataset data, long seed)
    {
        if (options.Workers > data.Rows) throw new UserError("more workers than samples", "workers", $"{options.Workers}", $"at most {data.Rows}");
        string[] words = options.Split.Split(':');
        return words switch
        {
            ["iid"] => Partition.Iid(data, options.Workers, seed),
            ["norm"] => Partition.ByNorm(data, options.Workers),
            ["label", var share] when Number(share) is >= 0 and <= 1 => Partition.ByLabel(data, options.Workers, Number(share), seed),
            ["dirichlet", var concentration] when Number(concentration) > 0 => Partition.ByDirichlet(data, options.Workers, Number(concentration), seed),
            _ => throw new UserError("how samples are dealt", "split", options.Split, "iid, norm, label:SHARE with a share from 0 to 1, or dirichlet:A with a positive A"),
        };
    }

    /// <summary>A finite number; NaN for any other text.</summary>
    public static double Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number : double.NaN;
}
