namespace Residuum.Data.NetCdf;

/// <summary>Variants of the netCDF classic format.</summary>
public enum NetCdfVersion
{
    /// <summary>CDF-2, or CDF-5 where a variable passes 4 GiB or has a type that only CDF-5 knows.</summary>
    Automatic = 0,

    /// <summary>CDF-1: offsets below 2 GiB, read by everything.</summary>
    Classic = 1,

    /// <summary>CDF-2: 64-bit offsets.</summary>
    Offset64 = 2,

    /// <summary>CDF-5: 64-bit sizes, unsigned and 64-bit integers.</summary>
    Data64 = 5,
}
