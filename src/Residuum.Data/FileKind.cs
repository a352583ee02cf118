namespace Residuum.Data;

/// <summary>Format of a file, by its contents.</summary>
public enum FileKind
{
    /// <summary>netCDF classic: CDF-1, CDF-2, CDF-5.</summary>
    NetCdfClassic,

    /// <summary>HDF5, and so netCDF-4.</summary>
    Hdf5,

    /// <summary>A numpy array.</summary>
    Npy,

    /// <summary>A zip archive of numpy arrays.</summary>
    Npz,

    /// <summary>A Zarr store in a folder.</summary>
    Zarr,

    /// <summary>Apache Parquet.</summary>
    Parquet,

    /// <summary>Weights of a network.</summary>
    Safetensors,

    /// <summary>Separated text.</summary>
    Csv,
}
