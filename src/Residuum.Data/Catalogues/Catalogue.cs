using Residuum.Numerics.Errors;

namespace Residuum.Data.Catalogues;

/// <summary>The data sets that the product knows: what <c>residuum data list</c> shows.</summary>
public static class Catalogue
{
    /// <summary>All entries, by subject.</summary>
    public static IReadOnlyList<CatalogueEntry> Entries { get; } = [.. ImageSets.Entries, .. TextSets.Entries, .. TableSets.Entries, .. ModelSets.Entries];

    /// <summary>The entry of a name.</summary>
    /// <param name="name">Name, in lower case.</param>
    /// <exception cref="UserError">No such entry; the message lists the names.</exception>
    public static CatalogueEntry Get(string name) =>
        Entries.FirstOrDefault(entry => entry.Name == name)
        ?? throw new UserError("no such data set", "data", FormatError.Quote(name), string.Join(", ", Entries.Select(entry => entry.Name)));
}
