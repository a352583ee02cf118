using System.Globalization;

namespace Residuum.Experiments.Studies;

/// <summary>A study broke: it names the study and the seed; the cause is the inner exception.</summary>
public sealed class StudyException : Exception
{
    /// <summary>Names the study and the seed.</summary>
    /// <param name="study">Slug of the study.</param>
    /// <param name="seed">The seed; null where the seeds are counted together.</param>
    /// <param name="cause">What was thrown.</param>
    public StudyException(string study, int? seed, Exception cause)
        : base(string.Create(CultureInfo.InvariantCulture, $"study {study}{(seed is { } s ? $", seed {s}" : "")}: {cause?.Message}"), cause) =>
        (Study, Seed) = (study, seed);

    /// <summary>Slug of the study.</summary>
    public string Study { get; }

    /// <summary>The seed; null where the seeds are counted together.</summary>
    public int? Seed { get; }
}
