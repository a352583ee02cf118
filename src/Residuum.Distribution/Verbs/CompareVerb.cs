using Residuum.Data.Bytes;
using Residuum.Experiments.Figures;
using Residuum.Experiments.Methods;
using Residuum.Experiments.Runs;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Options;

namespace Residuum.Distribution.Verbs;

/// <summary><c>distribute compare</c>: what several runs reached, against rounds and bits.</summary>
internal static class CompareVerb
{
    public static Verb Verb { get; } = new Verb<CompareOptions, Comparison>("compare")
    {
        Summary = "Compare runs: rounds and bits until each reached a part of its first gradient, and a figure.",
        Inputs = [Input.Word("run", "runs by their ids, or latest") with { IsMany = true }],
        Examples = [new("residuum distribute compare 1a2b3c4d 5e6f7a8b --output compare.svg", "Two runs in one table and one figure.")],
        Run = Compare,
    };

    private static Comparison Compare(CompareOptions options, VerbRun run, CancellationToken cancel)
    {
        var store = new RunStore(run.Settings.RunsFolder);
        var results = run.Texts("run").Select(name => Result(store, name)).ToList();
        if (options.Output.Length > 0) AtomicFile.Write(options.Output, Drawn(DistributeFigures.Of(results), options.Output));
        return new Comparison(options.Part, [.. results.Select(result => ComparedRun.Of(result, options.Part))], options.Output);
    }

    private static DistributeResult Result(RunStore store, string name)
    {
        var entry = store.Show(name == "latest" ? store.Latest(RunVerb.RunName)?.Record.Id ?? name : name);
        return entry.Record.Command.Name == RunVerb.RunName
            ? entry.ReadJson<DistributeResult>(RunVerb.ResultName)
            : throw new UserError("not a run of 'distribute run'", name, entry.Record.Command.Name, RunVerb.RunName);
    }

    private static byte[] Drawn(Figure figure, string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".svg" => System.Text.Encoding.UTF8.GetBytes(FigureWriter.Svg(figure)),
        ".png" => FigureWriter.Png(figure),
        var other => throw new UserError("a figure of this kind is not drawn", path, other, ".svg or .png"),
    };
}

/// <summary>What is compared.</summary>
internal sealed record CompareOptions
{
    [Option("Part of the first |∇f|² that must be reached.", Range = "(0, 1)", Source = "distributed-product, S3")]
    public double Part { get; init => field = Require.Declared(this, value); } = 1e-4;

    [Option("Figure to write, .svg or .png; none by default.", Value = "FILE")]
    public string Output { get; init; } = "";
}

/// <summary>When a run reached the part; null where it never did.</summary>
internal sealed record ComparedRun(string Method, string Compressor, int? Rounds, double? BitsUp, double Last)
{
    public static ComparedRun Of(DistributeResult result, double part)
    {
        double goal = part * result.Records[0].GradientSquare;
        var reached = result.Records.FirstOrDefault(record => record.GradientSquare <= goal);
        return new ComparedRun(result.Method, result.Compressor, reached?.Round, reached?.BitsUp, result.Records[^1].GradientSquare / result.Records[0].GradientSquare);
    }
}

/// <summary>Runs side by side.</summary>
internal sealed record Comparison(double Part, IReadOnlyList<ComparedRun> Runs, string Figure) : IVerbResult
{
    public void Write(IPage page)
    {
        page.Line($"until |∇f|² is {DistributeResult.Text(Part)} of its first value");
        page.Table(["method", "compressor", "rounds", "bits up per worker", "|∇f|² at the end, part of the first"],
            Runs.Select(run => (IReadOnlyList<string>)[run.Method, run.Compressor, run.Rounds is { } rounds ? $"{rounds}" : "never", run.BitsUp is { } bits ? DistributeResult.Text(bits) : "never", DistributeResult.Text(run.Last)]));
        if (Figure.Length > 0) page.Line(Figure);
    }
}
