using Residuum.Discovery.Solvers;

namespace Residuum.Discovery.Observations;

/// <summary>Groups of observed states: each sample holds consecutive states of one trajectory, a time step apart.</summary>
/// <remarks>A pair (t - Δt, t) has one start and an end; a triple (t - 2Δt, t - Δt, t) has two starts, for a two-step solver.</remarks>
public sealed class ObservationSet
{
    /// <summary>Wraps states that were read or made.</summary>
    /// <param name="states">One batch per lag, oldest first; the last one holds the ends. At least two, of equal size.</param>
    /// <param name="timeSteps">Time between neighbouring states of each sample, <c>[samples]</c>; above 0.</param>
    /// <param name="metadata">Units, noise and where the observations come from.</param>
    /// <param name="times">Time of each sample's end, <c>[samples]</c>; zeros where left out.</param>
    /// <param name="names">What each sample is called in reports; its number from 0 where left out.</param>
    /// <exception cref="ArgumentException">Sizes do not fit each other.</exception>
    public ObservationSet(
        IReadOnlyList<StateBatch> states,
        IReadOnlyList<double> timeSteps,
        ObservationMetadata metadata,
        IReadOnlyList<double>? times = null,
        IReadOnlyList<string>? names = null)
    {
        ArgumentNullException.ThrowIfNull(states);
        ArgumentNullException.ThrowIfNull(timeSteps);
        if (states.Count < 2) throw new ArgumentException($"{states.Count} states a sample; a pair has 2", nameof(states));
        int samples = states[0].Members;
        if (states.Any(batch => batch.Members != samples) || timeSteps.Count != samples)
            throw new ArgumentException("every lag and every list needs one entry a sample", nameof(states));
        (States, TimeSteps, Metadata) = (states, timeSteps, metadata);
        Times = times ?? new double[samples];
        Names = names ?? [.. Enumerable.Range(0, samples).Select(sample => $"sample {sample}")];
    }

    /// <summary>Layout of each state, in the model's units.</summary>
    public StateLayout Layout => States[0].Layout;

    /// <summary>Number of samples.</summary>
    public int Samples => States[0].Members;

    /// <summary>States before the end of each sample: 1 for pairs, 2 for triples.</summary>
    public int Lags => States.Count - 1;

    /// <summary>All states, one batch per lag, oldest first: <c>[lags + 1][samples, fields, points]</c>.</summary>
    public IReadOnlyList<StateBatch> States { get; }

    /// <summary>The ends, at t, <c>[samples, fields, points]</c>.</summary>
    public StateBatch Ends => States[^1];

    /// <summary>Time step Δt of each sample, in the model's unit of time, <c>[samples]</c>.</summary>
    public IReadOnlyList<double> TimeSteps { get; }

    /// <summary>Time t of each sample's end, in the model's unit of time, <c>[samples]</c>.</summary>
    public IReadOnlyList<double> Times { get; }

    /// <summary>What each sample is called in reports.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Units, noise and where the observations come from.</summary>
    public ObservationMetadata Metadata { get; }

    /// <summary>What quality control found when these were read; nothing dropped for sets made otherwise.</summary>
    public QualityReport Quality { get; private init; } = new(0, []);

    /// <summary>Reads observed states, in the model's units; samples with missing cells or spikes are dropped and named in <see cref="Quality"/>.</summary>
    /// <param name="path">A netCDF, HDF5, .npy, Parquet or CSV file: see the page on observations.</param>
    /// <param name="options">How to read it.</param>
    /// <exception cref="Numerics.Errors.UserError">Names the file, the variable, what was found and what is needed.</exception>
    public static ObservationSet Open(string path, ObservationOptions? options = null) => ObservationReader.Read(path, options ?? new ObservationOptions());

    /// <summary>Writes netCDF classic with CF attributes; <see cref="Open"/>, ncdump and xarray read it.</summary>
    /// <param name="path">The file; replaced when complete.</param>
    /// <param name="history">One line on how these came about, for the attribute <c>history</c>.</param>
    public void Write(string path, string history) => ObservationWriter.Write(this, path, history);

    /// <summary>The states that a solver of so many lags starts from, oldest first, without the ends.</summary>
    /// <param name="lags">1 or more, at most <see cref="Lags"/>.</param>
    /// <exception cref="Numerics.Errors.UserError">The samples hold too few states.</exception>
    public IReadOnlyList<StateBatch> Starts(int lags) => lags <= Lags
        ? [.. States.Skip(Lags - lags).Take(lags)]
        : throw new Numerics.Errors.UserError(
            "the solver starts from more states than a sample holds",
            where: Metadata.Source,
            found: $"{Lags} state(s) before the end",
            expected: lags.ToString(System.Globalization.CultureInfo.InvariantCulture),
            remedy: "observe triples (lag = 3), or use a one-step solver");

    /// <summary>Some of the samples, in the order given.</summary>
    /// <param name="samples">Samples to keep, from 0.</param>
    public ObservationSet Select(IReadOnlyList<int> samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        return new ObservationSet(
            [.. States.Select(batch => batch.Select(samples))],
            [.. samples.Select(sample => TimeSteps[sample])],
            Metadata,
            [.. samples.Select(sample => Times[sample])],
            [.. samples.Select(sample => Names[sample])])
        { Quality = Quality };
    }

    internal ObservationSet With(QualityReport quality) => new(States, TimeSteps, Metadata, Times, Names) { Quality = quality };
}
