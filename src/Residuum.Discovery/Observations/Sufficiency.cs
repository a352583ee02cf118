using System.Globalization;
using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Observations;

/// <summary>Whether observations suffice for a number of candidate terms.</summary>
public static class Sufficiency
{
    /// <summary>Fewest samples: one in five is held out, and errors that cover need several clusters.</summary>
    public const int FewestSamples = 5;

    /// <summary>Fewest observed numbers of a field for each candidate term.</summary>
    public const int NumbersPerTerm = 10;

    /// <summary>Samples that so many candidate terms need on a grid.</summary>
    /// <param name="terms">Candidate terms of one field's equation.</param>
    /// <param name="points">Grid points.</param>
    public static int SamplesNeeded(int terms, int points) => Math.Max(FewestSamples, ((NumbersPerTerm * terms) + points - 1) / points);

    /// <summary>Refuses observations that can not decide between the candidates.</summary>
    /// <param name="observations">The samples that quality control kept.</param>
    /// <param name="terms">Candidate terms of one field's equation.</param>
    /// <exception cref="UserError">Says how many samples are needed.</exception>
    public static void Demand(ObservationSet observations, int terms)
    {
        ArgumentNullException.ThrowIfNull(observations);
        int needed = SamplesNeeded(terms, observations.Layout.Points);
        if (observations.Samples >= needed) return;
        int dropped = observations.Quality.Dropped.Count;
        throw new UserError(
            "too few samples",
            observations.Metadata.Source,
            string.Create(CultureInfo.InvariantCulture, $"{observations.Samples}{(dropped > 0 ? $" of {observations.Quality.Examined}, {dropped} dropped by quality control" : "")}"),
            string.Create(CultureInfo.InvariantCulture, $"at least {needed} for {terms} candidate terms on {observations.Layout.Points} points"),
            "observe more pairs of states, or give fewer candidate terms");
    }
}
