using Residuum.Discovery.Solvers;
using Residuum.Numerics.Options;

namespace Residuum.Discovery.Projects;

/// <summary>Options of <c>discover solver check</c>: a project, and how strict to be.</summary>
public sealed record SolverCheckCommand : ProjectOptions
{
    /// <summary>How strict to be.</summary>
    [Option("How the contract is checked.")]
    public SolverCheckOptions Check { get; init; } = new();
}

/// <summary>Options of <c>discover solver step</c>: a project, and where the forecasts go.</summary>
public sealed record SolverStepCommand : ProjectOptions
{
    /// <summary>File for the forecasts.</summary>
    [Option("netCDF file for the forecasts; nothing is written where left out.", Value = "FILE")]
    public string Output { get; init; } = "";
}

/// <summary>Options of <c>discover solver run</c>: a project, where to start, and where the trajectory goes.</summary>
public sealed record SolverRunCommand : ProjectOptions
{
    /// <summary>Sample to start from.</summary>
    [Option("Sample to start from, from 0.", Range = "[0, inf)")]
    public int Sample { get; init => field = Require.Declared(this, value); }

    /// <summary>Forecasts one after the other.</summary>
    [Option("Intervals to run, each of the sample's time step.", Range = "[1, 10000000]")]
    public int Intervals { get; init => field = Require.Declared(this, value); } = 100;

    /// <summary>File for the trajectory.</summary>
    [Option("netCDF file for the trajectory.", Value = "FILE")]
    public string Output { get; init; } = "trajectory.nc";
}

/// <summary>Options of <c>discover init</c>.</summary>
public sealed record InitCommand
{
    /// <summary>The file of observations.</summary>
    [Option("File of observations: netCDF, HDF5, MATLAB 7.3, Zarr, .npy, .npz, Parquet or CSV.", Value = "FILE")]
    public string From { get; init; } = "";

    /// <summary>The project file to write.</summary>
    [Option("Project file to write.", Value = "FILE")]
    public string Output { get; init; } = "project.yaml";

    /// <summary>Variables, one for each field of the model.</summary>
    [Option("Variables, one for each field of the model; all that fit where left out.")]
    public IReadOnlyList<string> Variables { get; init; } = [];

    /// <summary>Time between the states of a sample.</summary>
    [Option("Time between the states of a sample, for files that do not say it; 0 reads the file.", Range = "[0, inf)")]
    public double TimeStep { get; init => field = Require.Declared(this, value); }

    /// <summary>Length of the periodic domain.</summary>
    [Option("Length of the periodic domain, for files that do not say it; 0 reads the file.", Range = "[0, inf)")]
    public double Length { get; init => field = Require.Declared(this, value); }

    /// <summary>Whether the method is filled in as published.</summary>
    [Option("Fill in the published form of the method: one pass, no band limit, finite differences, virtual observations.", Source = "medida-ks, Algorithm")]
    public bool Paper { get; init; }
}
