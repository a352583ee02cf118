using Residuum.Data.Arrays;
using Residuum.Data.Columns;
using Residuum.Data.Hdf5;
using Residuum.Data.NetCdf;
using Residuum.Data.Npy;
using Residuum.Data.Safetensors;
using Residuum.Data.Zarr;
using Residuum.Numerics.Errors;

namespace Residuum.Data;

/// <summary>Opens a data file of any format that is read, told by its contents.</summary>
public static class DataFile
{
    /// <summary>Writes a file in the format that its extension names: .nc, .h5, .npy (one array and a JSON file), .csv, .parquet, .safetensors.</summary>
    /// <param name="path">The file; replaced when the new one is complete.</param>
    /// <param name="data">What to write.</param>
    /// <exception cref="UserError">An unknown extension, a folder that can not be written, or a format that can not hold the data.</exception>
    public static void Write(string path, DataSet data)
    {
        ArgumentNullException.ThrowIfNull(data);
        switch (Path.GetExtension(path).ToLowerInvariant())
        {
            case ".nc": NetCdfWriter.Write(path, data); break;
            case ".h5" or ".hdf5": Hdf5Writer.Write(path, data); break;
            case ".npy" when data.Variables.Count > 0: NpyWriter.Write(path, data, data.Variables.MaxBy(variable => variable.Count)!.Name); break;
            case ".csv": CsvWriter.Write(path, data); break;
            case ".parquet": ParquetWriter.Write(path, data); break;
            case ".safetensors": SafetensorsWriter.Write(path, data); break;
            case var other: throw new UserError("can not tell the format", path, FormatError.Quote(other), "a name that ends in .nc, .h5, .npy, .csv, .parquet or .safetensors");
        }
    }

    /// <summary>Opens a file; values are read when asked for. Dispose the result to close it.</summary>
    /// <param name="path">A netCDF (classic or 4), HDF5, .npy, .npz, Parquet, safetensors or CSV file.</param>
    /// <exception cref="UserError">No such file, or it can not be read.</exception>
    /// <exception cref="FormatError">The contents are damaged, or of a format that is not read: the message says how to convert.</exception>
    public static DataSet Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var kind = FileSniffer.Kind(path);
        try
        {
            return kind switch
            {
                FileKind.NetCdfClassic => NetCdfReader.Open(path),
                FileKind.Npy => NpyReader.Open(path),
                FileKind.Npz => NpzReader.Open(path),
                FileKind.Zarr => ZarrReader.Open(path),
                FileKind.Parquet => ParquetReader.Read(path),
                FileKind.Safetensors => SafetensorsReader.Open(path),
                FileKind.Csv => CsvReader.Read(path),
                _ => Hdf5Reader.Open(path),
            };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserError("can not read", path, error.Message, inner: error);
        }
    }
}
