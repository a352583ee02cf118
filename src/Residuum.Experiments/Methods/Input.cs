namespace Residuum.Experiments.Methods;

/// <summary>What an input of a verb is.</summary>
public enum InputKind
{
    /// <summary>A path of a file or folder; <c>-</c> is standard input where the verb reads a stream.</summary>
    File,

    /// <summary>A word: the name of a case, a run, a data set.</summary>
    Word,

    /// <summary>A YAML file with the verb's options.</summary>
    Options,
}

/// <summary>A positional input of a verb.</summary>
/// <param name="Name">Name in the usage line and for <see cref="VerbRun"/>.</param>
/// <param name="Summary">One phrase: what it is and its shape.</param>
/// <param name="Kind">What it is.</param>
public sealed record Input(string Name, string Summary, InputKind Kind)
{
    /// <summary>Whether it can be left out.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Whether it can be given several times.</summary>
    public bool IsMany { get; init; }

    /// <summary>The values that completion offers; null for none.</summary>
    public Func<IEnumerable<string>>? Choices { get; init; }

    /// <summary>A file; <c>-</c> is standard input.</summary>
    /// <param name="name">Name in the usage line.</param>
    /// <param name="summary">What it holds.</param>
    public static Input File(string name, string summary) => new(name, summary, InputKind.File);

    /// <summary>One or more files.</summary>
    /// <param name="name">Name in the usage line.</param>
    /// <param name="summary">What they hold.</param>
    public static Input Files(string name, string summary) => new(name, summary, InputKind.File) { IsMany = true };

    /// <summary>A word.</summary>
    /// <param name="name">Name in the usage line.</param>
    /// <param name="summary">What it names.</param>
    public static Input Word(string name, string summary) => new(name, summary, InputKind.Word);

    /// <summary>A YAML file with the verb's options; flags override it.</summary>
    /// <param name="name">Name in the usage line.</param>
    /// <param name="summary">What it is.</param>
    public static Input Options(string name, string summary) => new(name, summary, InputKind.Options);
}

/// <summary>A command line that a user can copy, for help pages.</summary>
/// <param name="Line">The command line.</param>
/// <param name="Effect">What it does, in a phrase.</param>
public sealed record Example(string Line, string Effect);
