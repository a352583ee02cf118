namespace Residuum.Notices;

/// <summary>Something of others that a package brings: a NuGet package, or a part compiled into one of its files.</summary>
/// <param name="Name">Name, as its authors write it.</param>
/// <param name="Version">Version; empty for a part whose package does not tell it.</param>
/// <param name="Licence">SPDX expression.</param>
/// <param name="Url">Its home.</param>
/// <param name="Copyright">Copyright line of the package; empty where it gives none.</param>
/// <param name="Texts">Licence and notice files that the package carries.</param>
public sealed record Component(string Name, string Version, string Licence, string Url, string Copyright, IReadOnlyList<string> Texts);
