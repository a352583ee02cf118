using Residuum.Data.Catalogues;
using Residuum.Experiments.Methods;
using Residuum.Numerics.Options;

namespace Residuum.Cli.Commands;

/// <summary>A data set, and its folder here if there is one.</summary>
internal sealed record DataSetEntry(string Name, string What, string Licence, string Address, string? Package, string? Folder)
{
    public DataSetEntry(CatalogueEntry entry, string? folder)
        : this(entry.Name, entry.What, entry.Licence, entry.Address, entry.Package, folder)
    {
    }
}

/// <summary>The catalogue.</summary>
internal sealed record DataListing(IReadOnlyList<DataSetEntry> DataSets) : IVerbResult
{
    public void Write(IPage page) =>
        page.Table(["name", "what", "licence", "here"], DataSets.Select(set => (IReadOnlyList<string>)[set.Name, set.What, set.Licence, set.Folder ?? "no"]));
}

/// <summary>How a data set is installed.</summary>
internal sealed record DataInstallation(string Name, string? Folder, string Licence, string Command) : IVerbResult
{
    public void Write(IPage page)
    {
        page.Line(Folder is null ? Command : $"{Name} is here already: {Folder}");
        page.Line($"licence: {Licence}");
    }
}

/// <summary>Where a data set lies.</summary>
internal sealed record DataPath(string Name, string Folder) : IVerbResult
{
    public void Write(IPage page) => page.Line(Folder);
}

/// <summary>A file that was compared.</summary>
internal sealed record VerifiedFile(string DataSet, string Path, FileState State, string? Found, string? Expected)
{
    public VerifiedFile(string dataSet, FileVerdict verdict)
        : this(dataSet, verdict.Path, verdict.State, verdict.Found, verdict.File.Sha256)
    {
    }
}

/// <summary>Files compared with their sums.</summary>
internal sealed record DataVerification(IReadOnlyList<VerifiedFile> Files) : IVerbResult
{
    public Outcome Outcome() =>
        Files.Any(file => file.State is FileState.Different or FileState.Missing) ? Experiments.Methods.Outcome.Failed : Experiments.Methods.Outcome.Done;

    public void Write(IPage page)
    {
        if (Files.Count == 0) page.Line("no files with sums are here");
        else page.Table(["data set", "file", "SHA-256"], Files.Select(file => (IReadOnlyList<string>)[file.DataSet, file.Path, OptionName.Kebab(file.State.ToString())]));
    }
}
