using System.Text.Json.Nodes;
using Residuum.Cli.Hosting;
using Residuum.Experiments.Methods;
using Residuum.Numerics.Runtime;

namespace Residuum.Cli.Commands;

/// <summary><c>residuum doctor</c>: what the product runs on here.</summary>
internal static class DoctorCommand
{
    private const double Gigabyte = 1e9;

    public static Verb Verb { get; } = new Verb<NoOptions, Report>("doctor")
    {
        Summary = "Say what was loaded, from where, and what is missing.",
        Examples = [new("residuum doctor --json", "The same for a script or a bug report.")],
        Run = (_, _, _) => new Report(RuntimeReport.Collect()),
    };

    internal sealed record Report(RuntimeReport Runtime) : IVerbResult
    {
        public JsonNode? ToJson() => JsonOutput.Node(Runtime);

        public Outcome Outcome() => Runtime.Works ? Experiments.Methods.Outcome.Done : Experiments.Methods.Outcome.Failed;

        public void Write(IPage page)
        {
            page.Line(Runtime.Verdict);
            page.Line();
            page.Table(["what", "found"], Facts());
            if (Runtime.Libraries.Count == 0) return;
            page.Line();
            page.Table(["library", "MB", "loaded from", "note"], Runtime.Libraries.Select(library =>
                (IReadOnlyList<string>)[library.Name, $"{library.Bytes / 1e6:0.0}", library.Path, library.Note]));
        }

        private IEnumerable<IReadOnlyList<string>> Facts()
        {
            var openMp = Runtime.OpenMp;
            yield return ["residuum", Runtime.Residuum];
            yield return [".NET", Runtime.Framework];
            yield return ["system", $"{Runtime.System.System} {Runtime.System.Architecture}"];
            yield return ["C library", Runtime.System.Glibc ?? "not glibc"];
            yield return ["C++ library", Runtime.System.LibStdCxx ?? "unknown"];
            yield return ["TorchSharp", Runtime.TorchSharp ?? "not loaded"];
            yield return ["BLAS", Runtime.Blas ?? "unknown"];
            yield return ["processors", $"{Runtime.Processors}"];
            yield return ["threads of a tensor operation", $"{Runtime.TorchThreads}"];
            yield return ["OpenMP library", openMp.Library ?? "not found"];
            yield return ["OpenMP wait policy", $"{openMp.WaitPolicy ?? "unknown"} (environment: {openMp.Environment ?? "not set"}; spin count {openMp.SpinCount ?? "unknown"})"];
            yield return ["MPI", Runtime.Mpi.Count == 0 ? "none (needed only for more than one machine)" : string.Join("; ", Runtime.Mpi.Select(mpi => $"{mpi.FileName}: {mpi.Version}"))];
            yield return ["free disk here", $"{Runtime.FreeDiskBytes / Gigabyte:0.0} GB"];
        }
    }
}
