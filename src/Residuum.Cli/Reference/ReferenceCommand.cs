using System.Text;
using Residuum.Data.Bytes;
using Residuum.Experiments.Methods;

namespace Residuum.Cli.Reference;

/// <summary><c>residuum reference</c>, not shown in help: writes the reference pages of the documentation.</summary>
internal static class ReferenceCommand
{
    public static Verb Verb { get; } = new Verb<NoOptions, Written>("reference")
    {
        Summary = "Write the reference pages of the documentation.",
        Inputs = [Input.Word("folder", "folder of the pages")],
        Examples = [new("residuum reference docs/reference", "Brings the committed pages up to date.")],
        Run = (_, run, _) => Write(run.Text("folder")),
    };

    private static Written Write(string folder)
    {
        Directory.CreateDirectory(folder);
        var pages = ReferencePages.All();
        foreach (var (name, text) in pages)
        {
            AtomicFile.Write(Path.Combine(folder, name), stream => stream.Write(Encoding.UTF8.GetBytes(text)));
        }
        return new Written([.. pages.Keys]);
    }

    internal sealed record Written(IReadOnlyList<string> Pages) : IVerbResult
    {
        public void Write(IPage page) => page.Line(string.Join('\n', Pages));
    }
}
