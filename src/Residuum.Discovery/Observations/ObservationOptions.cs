using Residuum.Discovery.Sensors.Layered;
using Residuum.Numerics.Options;

namespace Residuum.Discovery.Observations;

/// <summary>Where observations are and how to read them; what the file says itself need not be said again.</summary>
public sealed record ObservationOptions
{
    /// <summary>The file: netCDF, HDF5, MATLAB 7.3, Zarr, .npy, .npz, Parquet or CSV.</summary>
    [Option("File of observed states: netCDF, HDF5, MATLAB 7.3, Zarr, .npy, .npz, Parquet or CSV; relative to the project file.")]
    public string File { get; init; } = "";

    /// <summary>Variables, one for each field of the model, in its order.</summary>
    [Option("Variables in the file, one for each field of the model, in the model's order; all that fit where left out.")]
    public IReadOnlyList<string> Variables { get; init; } = [];

    /// <summary>States before the end of a sample that is cut from a series.</summary>
    [Option("States before the end of each sample cut from a continuous series: 1 for pairs, 2 for the triples of a two-step solver.", Range = "[1, 8]")]
    public int Lags { get; init => field = Require.Declared(this, value); } = 1;

    /// <summary>Whether samples cut from a series share states.</summary>
    [Option("Whether neighbouring samples cut from a series share states; their noise is then not independent.")]
    public bool Overlap { get; init; }

    /// <summary>Standard deviation of the noise of each field.</summary>
    [Option("Standard deviation of the observation noise, in the model's unit: one number, or one for each field; the file's own where left out.")]
    public IReadOnlyList<double> Noise
    {
        get;
        init => field = value.All(sd => sd >= 0 && double.IsFinite(sd))
            ? value
            : throw new Numerics.Errors.OptionError(nameof(Noise), string.Join(", ", value), "numbers of at least 0");
    } = [];

    /// <summary>Time between the states of a sample, for files without times; 0 reads it from the file.</summary>
    [Option("Time between the states of a sample, in the model's unit, for files that do not say it; 0 reads the file.", Range = "[0, inf)")]
    public double TimeStep { get; init => field = Require.Declared(this, value); }

    /// <summary>Length of the periodic domain, for files without a coordinate; 0 reads it from the file.</summary>
    [Option("Length of the periodic domain, in the model's unit, for files that do not say it; 0 reads the file.", Range = "[0, inf)")]
    public double Length { get; init => field = Require.Declared(this, value); }

    /// <summary>Length of the periodic domain along y, for layered flows in files without a coordinate; 0 reads it from the file.</summary>
    [Option("Length of a layered flow's domain along y, in the model's unit, for files that do not say it; 0 reads the file.", Range = "[0, inf)")]
    public double LengthY { get; init => field = Require.Declared(this, value); }

    /// <summary>What the variables of a layered flow hold; told by their names where left out.</summary>
    [Option("What the variables of a layered flow hold; told by their names where left out.")]
    public ObservedQuantity? Quantity { get; init; }

    /// <summary>The model's unit of time.</summary>
    [Option("The model's unit of time, such as s; the file's where left out.")]
    public string TimeUnit { get; init; } = "";

    /// <summary>The model's unit of length.</summary>
    [Option("The model's unit of length, such as m; the file's where left out.")]
    public string LengthUnit { get; init; } = "";

    /// <summary>The model's unit of each field.</summary>
    [Option("The model's unit of each field, such as m s-1; the file's where left out.")]
    public IReadOnlyList<string> Units { get; init; } = [];

    /// <summary>Spikes above so many robust standard deviations drop their sample; 0 keeps them.</summary>
    [Option("A grid point so many robust standard deviations off its neighbours is a spike and drops its sample; 0 looks for none.", Range = "[0, inf)", Source = "measured: keeps every clean and noisy sample of the tests")]
    public double SpikeThreshold { get; init => field = Require.Declared(this, value); } = 10;
}
