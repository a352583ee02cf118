using Residuum.Experiments.Options;

namespace Residuum.Experiments.Methods;

/// <summary>A command of a room: the tool derives its flags, help, completion and output from this.</summary>
/// <remarks>A verb translates and computes nothing: the method called from code gives the same numbers.</remarks>
/// <param name="name">Words after the room's verb, such as <c>run</c> or <c>solver check</c>.</param>
/// <param name="optionsType">Its options record.</param>
public abstract class Verb(string name, Type optionsType)
{
    /// <summary>Words after the room's verb.</summary>
    public virtual string Name { get; } = name;

    /// <summary>One sentence for the help page.</summary>
    public required string Summary { get; init; }

    /// <summary>Positional inputs, in order.</summary>
    public IReadOnlyList<Input> Inputs { get; init; } = [];

    /// <summary>Command lines for the help page.</summary>
    public IReadOnlyList<Example> Examples { get; init; } = [];

    /// <summary>Whether it can tell sizes, time and memory without doing the work (<c>--dry-run</c>).</summary>
    public bool HasDryRun { get; init; }

    /// <summary>Whether its work leaves a run folder and can continue an interrupted one (<c>--resume</c>).</summary>
    public bool HasResume { get; init; }

    /// <summary>Whether its options may bring a command to execute, which the user confirms (<c>--trust</c>).</summary>
    public bool RunsCommands { get; init; }

    /// <summary>Another verb of the room that takes some options files in place of this one; null for none.</summary>
    public Destination? Elsewhere { get; init; }

    /// <summary>Its options.</summary>
    public OptionSchema Schema => OptionSchema.Of(optionsType);

    /// <summary>Does the work.</summary>
    /// <param name="options">The options record.</param>
    /// <param name="run">Inputs and surroundings.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>The result: its public properties are the JSON output; <see cref="IVerbResult"/> gives the text.</returns>
    public abstract object Invoke(object options, VerbRun run, CancellationToken cancel);
}

/// <summary>A command of a room.</summary>
/// <typeparam name="TOptions">Its options record.</typeparam>
/// <typeparam name="TResult">Its result record.</typeparam>
/// <param name="name">Words after the room's verb.</param>
public sealed class Verb<TOptions, TResult>(string name) : Verb(name, typeof(TOptions))
    where TOptions : new()
    where TResult : class
{
    /// <summary>The entry.</summary>
    public required Func<TOptions, VerbRun, CancellationToken, TResult> Run { get; init; }

    /// <inheritdoc/>
    public override object Invoke(object options, VerbRun run, CancellationToken cancel) => Run((TOptions)options, run, cancel);
}

/// <summary>Where some options files of a verb go: one command for a user, a verb for each kind of project.</summary>
/// <param name="Verb">Words of the other verb after the room's.</param>
/// <param name="Takes">Whether an options file is one of the other verb's.</param>
public sealed record Destination(string Verb, Func<OptionMapping, bool> Takes);

/// <summary>The options of a verb that has none.</summary>
public sealed record NoOptions;
