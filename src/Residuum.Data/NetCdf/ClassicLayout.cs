using Residuum.Data.Arrays;
using Residuum.Data.Bytes;

namespace Residuum.Data.NetCdf;

/// <summary>Checks that every value that the header declares lies inside the file, and makes the data set.</summary>
internal sealed class ClassicLayout(ClassicHeader header, ByteStore store, string name)
{
    public DataSet DataSet()
    {
        try
        {
            long recordBytes = header.RecordBytes, records = Records(recordBytes);
            var dimensions = header.Dimensions.ToDictionary(dimension => dimension.Name, dimension => WithLength(dimension, records));
            var variables = header.Variables.Select(variable => Place(variable, dimensions, recordBytes, records)).ToList();
            return new DataSet(name, $"netCDF classic (CDF-{header.Version})", [.. header.Dimensions.Select(dimension => dimensions[dimension.Name])],
                variables, header.Attributes, store);
        }
        catch (OverflowException error)
        {
            throw FormatError.In(name, "the header declares more than any file can hold", inner: error);
        }
    }

    private long RecordsBegin { get; } = header.Variables.Where(variable => variable.IsRecord).Select(variable => variable.Begin).DefaultIfEmpty(long.MaxValue).Min();

    private long Records(long recordBytes)
    {
        if (header.Records != ClassicFormat.Streaming) return header.Records;
        return recordBytes == 0 ? 0 : Math.Max(0, store.Length - RecordsBegin) / recordBytes;
    }

    private static Dimension WithLength(Dimension dimension, long records) =>
        dimension.IsUnlimited ? dimension with { Length = records } : dimension;

    private Variable Place(ClassicVariable declared, Dictionary<string, Dimension> dimensions, long recordBytes, long records)
    {
        long slabs = declared.IsRecord ? records : 1;
        long end = slabs == 0 ? 0 : checked(declared.Begin + (slabs - 1) * recordBytes * (declared.IsRecord ? 1 : 0) + declared.SlabBytes);
        if (end > store.Length && declared.SlabBytes > 0)
        {
            throw FormatError.AtByte(name, store.Length, $"the file ends inside variable {FormatError.Quote(declared.Name)}",
                $"{store.Length} bytes", $"at least {end}", "the file is cut or still being written");
        }
        if (!declared.IsRecord && records > 0 && end > RecordsBegin)
        {
            throw FormatError.AtByte(name, declared.Begin, $"variable {FormatError.Quote(declared.Name)} lies among the records of others, which overwrite each other",
                $"up to byte {end}", $"up to {RecordsBegin}", "scipy.io writes such files where a scalar meets an unlimited dimension: write again with netCDF4");
        }
        var shape = declared.Dimensions.Select(dimension => dimensions[dimension.Name]).ToList();
        return new Variable(declared.Name, declared.Type, shape, declared.Attributes, new ClassicSource(declared, store, name, recordBytes));
    }
}
