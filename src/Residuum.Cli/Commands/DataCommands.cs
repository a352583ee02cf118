using Residuum.Data.Catalogues;
using Residuum.Experiments.Methods;
using Residuum.Experiments.Options;
using Residuum.Numerics.Errors;

namespace Residuum.Cli.Commands;

/// <summary><c>residuum data</c>: the catalogue of data sets.</summary>
internal static class DataCommands
{
    public static IReadOnlyList<Verb> Verbs { get; } =
    [
        new Verb<NoOptions, DataListing>("list")
        {
            Summary = "List the data sets: what each holds, its licence, and where it lies here.",
            Examples = [new("residuum data list --data /srv/data", "Looks in another folder first.")],
            Run = (_, run, _) => new DataListing([.. Catalogue.Entries.Select(entry => new DataSetEntry(entry, Folders(run).Locate(entry)))]),
        },
        new Verb<NoOptions, DataInstallation>("install")
        {
            Summary = "Say how a data set is installed: the command of its package, or address and folder.",
            Inputs = [NameInput],
            Examples = [new("residuum data install fashion-mnist", "Prints the command; running it is left to you.")],
            Run = (_, run, _) => Install(Entry(run), run),
        },
        new Verb<NoOptions, DataPath>("path")
        {
            Summary = "Print the folder of a data set.",
            Inputs = [NameInput],
            Examples = [new("ls $(residuum data path fashion-mnist)", "Lists its files.")],
            Run = (_, run, _) => new DataPath(Entry(run).Name, Path.GetFullPath(Folders(run).Demand(Entry(run)))),
        },
        new Verb<NoOptions, DataVerification>("verify")
        {
            Summary = "Compare the files of a data set, or of all that are here, with their SHA-256; exit code 1 when one differs.",
            Inputs = [NameInput with { IsOptional = true }],
            Examples = [new("residuum data verify fashion-mnist", "Compares its four files.")],
            Run = (_, run, cancel) => Verify(run, cancel),
        },
    ];

    private static Input NameInput => Input.Word("name", "name of the data set") with { Choices = Names };

    private static IEnumerable<string> Names() => Catalogue.Entries.Select(entry => entry.Name);

    private static DataFolders Folders(VerbRun run) => new(run.Settings.DataFolder);

    private static CatalogueEntry Entry(VerbRun run)
    {
        string name = run.Text("name");
        return Catalogue.Entries.FirstOrDefault(entry => entry.Name == name)
            ?? throw new UserError("no such data set", "data", $"'{name}'", remedy: Suggestion.For(name, Names()) ?? $"known data sets: {string.Join(", ", Names())}");
    }

    private static DataInstallation Install(CatalogueEntry entry, VerbRun run) =>
        new(entry.Name, Folders(run).Locate(entry), entry.Licence, entry.Installation(run.Settings.DataFolder ?? DataFolders.User));

    private static DataVerification Verify(VerbRun run, CancellationToken cancel)
    {
        var folders = Folders(run);
        var located = run.Has("name")
            ? [(Entry: Entry(run), Folder: folders.Demand(Entry(run)))]
            : Catalogue.Entries.Select(entry => (Entry: entry, Folder: folders.Locate(entry)!)).Where(item => item.Folder is not null);
        return new DataVerification([.. located.SelectMany(item => Verification.Of(item.Entry, item.Folder, cancel).Select(verdict => new VerifiedFile(item.Entry.Name, verdict)))]);
    }
}
