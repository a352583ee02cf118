namespace Residuum.Experiments.Options;

/// <summary>A line of a file, for messages.</summary>
/// <param name="File">Path as the user wrote it.</param>
/// <param name="Line">Line, from 1.</param>
public readonly record struct FilePlace(string File, long Line)
{
    /// <summary><c>project.yaml:12</c>.</summary>
    public override string ToString() => $"{File}:{Line}";
}
