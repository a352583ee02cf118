using Residuum.Benchmarks;
using Residuum.Numerics.Runtime;

// usage: bench/compare [--only PREFIX] [--json]
// Runs the comparisons whose id starts with PREFIX; without it all, and then docs/performance.md is written.
string? only = null;
bool json = false;
for (int i = 0; i < args.Length; i++)
{
    if (args[i] == "--only" && i + 1 < args.Length) only = args[++i];
    else if (args[i] == "--json") json = true;
    else
    {
        Console.Error.WriteLine($"compare: unknown argument {args[i]}; expected --only PREFIX or --json");
        return 2;
    }
}

TorchRuntime.Load();
var input = Directory.CreateTempSubdirectory("residuum-compare-");
try
{
    IComparisonSuite[] suites = [new MedidaKs(), new MedidaQgModel(), new MedidaQgInterpolation(), new MedidaQgNetwork()];
    var comparisons = suites.SelectMany(suite => suite.Comparisons()).Where(comparison => comparison.Id.StartsWith(only ?? "", StringComparison.Ordinal)).ToList();
    foreach (var suite in suites) suite.Write(input.FullName);
    var machine = Machine.Measure();
    var outcomes = new List<Outcome>();
    foreach (var program in comparisons.GroupBy(comparison => comparison.Peer.Program))
    {
        using var peer = new PeerProcess(Path.Combine(Sources.Peers, program.Key), input.FullName, Environment.ProcessorCount);
        foreach (var comparison in program)
        {
            var outcome = Pairing.Run(comparison, peer, machine);
            outcomes.Add(outcome);
            Console.WriteLine(json ? OutcomeText.Json(outcome) : OutcomeText.Line(outcome));
        }
    }
    if (only is null) File.WriteAllText(Sources.Page, PerformancePage.Write(outcomes, machine, RuntimeReport.Collect()));
    return outcomes.Count == 0 ? 2 : 0;
}
finally
{
    input.Delete(recursive: true);
}
