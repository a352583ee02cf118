using Residuum.Experiments.Studies;

namespace Residuum.Experiments.Methods;

/// <summary>A paper's method: its main verb, its paper, its study and the verbs that go with it.</summary>
/// <param name="slug">Name of its card, such as <c>medida-ks</c>.</param>
/// <param name="optionsType">Its options record.</param>
public abstract class Method(string slug, Type optionsType) : Verb(slug, optionsType)
{
    /// <summary>Name of its card.</summary>
    public string Slug { get; } = slug;

    /// <inheritdoc/>
    public override string Name => Word.Length > 0 ? Word : Slug;

    /// <summary>Words of its main verb where they are not the slug.</summary>
    public string Word { get; init; } = "";

    /// <summary>The paper.</summary>
    public required Citation Citation { get; init; }

    /// <summary>Slug of the study that reproduces the paper.</summary>
    public string Study { get; init; } = slug;

    /// <summary>Verbs that go with the main one.</summary>
    public IReadOnlyList<Verb> Companions { get; init; } = [];

    /// <summary>The main verb and its companions.</summary>
    public IEnumerable<Verb> Verbs => [this, .. Companions];
}

/// <summary>A paper's method.</summary>
/// <typeparam name="TOptions">Its options record.</typeparam>
/// <typeparam name="TResult">Its result record.</typeparam>
/// <param name="slug">Name of its card.</param>
public sealed class Method<TOptions, TResult>(string slug) : Method(slug, typeof(TOptions))
    where TOptions : new()
    where TResult : class
{
    /// <summary>The entry.</summary>
    public required Func<TOptions, VerbRun, CancellationToken, TResult> Run { get; init; }

    /// <inheritdoc/>
    public override object Invoke(object options, VerbRun run, CancellationToken cancel) => Run((TOptions)options, run, cancel);
}
