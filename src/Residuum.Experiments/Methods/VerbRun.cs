using Residuum.Experiments.Options;
using Residuum.Experiments.Runs;
using Residuum.Numerics;
using Residuum.Numerics.Errors;

namespace Residuum.Experiments.Methods;

/// <summary>What a verb gets besides its options: its inputs and its surroundings.</summary>
/// <param name="inputs">Values of the inputs that were given, by name.</param>
/// <param name="settings">The options that every verb has.</param>
/// <param name="listener">Whom it talks to.</param>
public sealed class VerbRun(IReadOnlyDictionary<string, IReadOnlyList<string>> inputs, VerbSettings settings, IListener listener)
{
    /// <summary>The options that every verb has.</summary>
    public VerbSettings Settings { get; } = settings;

    /// <summary>The command as typed, without the tool's name.</summary>
    public string Command { get; init; } = "";

    /// <summary>The options file, if one was given; <c>-</c> is standard input.</summary>
    public string? OptionsFile { get; init; }

    /// <summary>Folder that relative paths in the options count from: the options file's, else the current one.</summary>
    public string BaseFolder => OptionsFile is null or "-" ? Environment.CurrentDirectory : Path.GetDirectoryName(Path.GetFullPath(OptionsFile))!;

    /// <summary>Takes reports of how far the work has come.</summary>
    public IProgress<Progress> Progress => listener.Progress;

    /// <summary>Seed of the run's random streams; 0 unless another was given.</summary>
    public long Seed => Settings.Seed ?? 0;

    /// <summary>Whether an optional input was given.</summary>
    /// <param name="input">Its name.</param>
    public bool Has(string input) => inputs.ContainsKey(input);

    /// <summary>An input's word or path.</summary>
    /// <param name="input">Its name.</param>
    public string Text(string input) => inputs[input][0];

    /// <summary>All words or paths of an input.</summary>
    /// <param name="input">Its name.</param>
    public IReadOnlyList<string> Texts(string input) => inputs.TryGetValue(input, out var values) ? values : [];

    /// <summary>Opens an input file; <c>-</c> is standard input.</summary>
    /// <param name="input">Its name.</param>
    /// <exception cref="UserError">The file is missing or cannot be read.</exception>
    public Stream OpenRead(string input)
    {
        string path = Text(input);
        return path == "-" ? listener.OpenStandardInput() : File.OpenRead(Existing(path));
    }

    /// <summary>A file that can be opened by its path; standard input is first copied to a temporary one.</summary>
    /// <param name="input">Its name.</param>
    /// <exception cref="UserError">The file is missing.</exception>
    public string LocalFile(string input)
    {
        string path = Text(input);
        if (path != "-") return Existing(path);
        string copy = Path.Combine(Directory.CreateTempSubdirectory("residuum-").FullName, "standard-input");
        using (var file = File.Create(copy)) OpenRead(input).CopyTo(file);
        return copy;
    }

    /// <summary>The run folder of this command: a new one, or the one that <c>--resume</c> goes on with.</summary>
    /// <param name="name">Name of its runs, such as <c>discover-run</c>.</param>
    /// <param name="options">All of its options.</param>
    /// <param name="seed">Its seed.</param>
    /// <exception cref="UserError">The seed is out of range, or there is nothing to go on with.</exception>
    public RunFolder OpenFolder(string name, object options, long seed)
    {
        var command = new RunCommand(name, OptionWriter.Pairs(options)) { Seeds = [RunSeed(seed)], CommandLine = $"residuum {Command}" };
        return new RunStore(Settings.RunsFolder).Open(command, Settings.Resume);
    }

    /// <summary>A seed as a run's record holds it.</summary>
    /// <param name="seed">The seed.</param>
    /// <exception cref="UserError">It is out of range.</exception>
    public static int RunSeed(long seed) =>
        seed is >= 0 and <= int.MaxValue ? (int)seed : throw new UserError("value out of range", "--seed", $"{seed}", $"[0, {int.MaxValue}]");

    /// <summary>Says a line to the user, on standard error; dropped with <c>--quiet</c>.</summary>
    /// <param name="line">The line.</param>
    public void Say(string line) => listener.Say(line);

    /// <summary>Asks the user before something that could harm, such as running a command that a file brought.</summary>
    /// <param name="question">What would be done, with all its words.</param>
    /// <exception cref="UserError">The user declined, or nobody can answer and <c>--trust</c> is not given.</exception>
    public void Confirm(string question)
    {
        if (!Settings.Trust && !listener.Confirm(question))
            throw new UserError("not confirmed", found: question, remedy: "answer y, or give --trust once you have read it");
    }

    private static string Existing(string path) => File.Exists(path) ? path : throw new UserError("no such file", path);
}
