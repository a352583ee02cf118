using System.Buffers.Binary;
using Residuum.Data.Arrays;
using Residuum.Data.Bytes;

namespace Residuum.Data.NetCdf;

/// <summary>Writes netCDF classic files, whole or record by record; the file appears under its name when complete.</summary>
/// <remarks>Fixed variables by <see cref="Write(string, Array)"/>, records by <see cref="Append"/>, then <see cref="Complete"/>.</remarks>
public sealed class NetCdfWriter : IDisposable
{
    private readonly AtomicFile _file;
    private readonly ClassicHeader _header;
    private readonly ClassicEncoder _encoder;
    private readonly HashSet<string> _missing;
    private readonly long _recordBytes;

    private NetCdfWriter(string path, ClassicHeader header)
    {
        _header = header;
        _recordBytes = header.RecordBytes;
        _missing = [.. header.Variables.Where(variable => !variable.IsRecord).Select(variable => variable.Name)];
        _file = new AtomicFile(path);
        _encoder = new ClassicEncoder(_file.Stream);
        new ClassicHeaderWriter(_file.Stream, header.Version).Write(header);
    }

    /// <summary>Number of records written.</summary>
    public long Records { get; private set; }

    /// <summary>Begins a file.</summary>
    /// <param name="path">Final path; an existing file is replaced when the new one is complete.</param>
    /// <param name="schema">What it will hold.</param>
    /// <param name="version">Variant of the format.</param>
    /// <exception cref="Numerics.Errors.UserError">The folder can not be written, or the format can not hold the schema.</exception>
    public static NetCdfWriter Create(string path, NetCdfSchema schema, NetCdfVersion version = NetCdfVersion.Automatic)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return new NetCdfWriter(path, ClassicPlan.Of(schema, version));
    }

    /// <summary>Writes a whole data set; a text variable becomes characters, truth values bytes.</summary>
    /// <param name="path">Final path.</param>
    /// <param name="data">What to write.</param>
    /// <param name="version">Variant of the format.</param>
    /// <exception cref="Numerics.Errors.UserError">The folder can not be written, or the format can not hold the data.</exception>
    public static void Write(string path, DataSet data, NetCdfVersion version = NetCdfVersion.Automatic)
    {
        ArgumentNullException.ThrowIfNull(data);
        using var writer = Create(path, NetCdfSchema.Of(data), version);
        foreach (var declared in writer._header.Variables.Where(variable => !variable.IsRecord)) writer.WriteFrom(data[declared.Name], declared);
        var records = writer._header.Variables.Where(variable => variable.IsRecord).ToList();
        if (records.Count > 0) writer.AppendFrom(data, records);
        writer.Complete();
    }

    /// <summary>Writes a fixed variable.</summary>
    /// <param name="variable">Its name.</param>
    /// <param name="values">All values in C order, in the variable's own type (<c>double[]</c> for Float64 ...).</param>
    public void Write(string variable, Array values)
    {
        var declared = Declared(variable, record: false);
        CheckCount(declared, values, declared.SlabElements);
        _file.Stream.Position = declared.Begin;
        _encoder.Write(values, declared.Type);
        _encoder.Pad(declared);
        _missing.Remove(variable);
    }

    /// <summary>Appends one record: the values of every record variable, without the record dimension.</summary>
    /// <param name="record">Values by name, in each variable's own type.</param>
    public void Append(IReadOnlyDictionary<string, Array> record)
    {
        ArgumentNullException.ThrowIfNull(record);
        foreach (var declared in _header.Variables.Where(variable => variable.IsRecord))
        {
            if (!record.TryGetValue(declared.Name, out var values)) throw new ArgumentException($"the record lacks variable {declared.Name}", nameof(record));
            CheckCount(declared, values, declared.SlabElements);
        }
        foreach (string name in record.Keys) _ = Declared(name, record: true);
        foreach (var declared in _header.Variables.Where(variable => variable.IsRecord))
        {
            _file.Stream.Position = declared.Begin + Records * _recordBytes;
            _encoder.Write(record[declared.Name], declared.Type);
            if (_recordBytes != declared.SlabBytes) _encoder.Pad(declared);
        }
        Records++;
    }

    /// <summary>Writes the number of records, brings the file to the disk and gives it its name.</summary>
    /// <exception cref="InvalidOperationException">A fixed variable was not written.</exception>
    public void Complete()
    {
        if (_missing.Count > 0) throw new InvalidOperationException($"not written: {string.Join(", ", _missing)}");
        Span<byte> count = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(count, Records);
        _file.Stream.Position = ClassicHeaderWriter.RecordsOffset;
        _file.Stream.Write(_header.Version == 5 ? count : count[4..]);
        _file.Complete();
    }

    /// <summary>Closes; a file that was not completed is deleted.</summary>
    public void Dispose() => _file.Dispose();

    private void WriteFrom(Variable variable, ClassicVariable declared)
    {
        _file.Stream.Position = declared.Begin;
        long rowsAtOnce = Math.Max(1, ClassicEncoder.ChunkElements / Math.Max(1, variable.RowSize));
        for (long row = 0; row < variable.Rows; row += rowsAtOnce)
            _encoder.Write(Values(variable, declared, row, Math.Min(rowsAtOnce, variable.Rows - row)), declared.Type);
        _encoder.Pad(declared);
        _missing.Remove(declared.Name);
    }

    private void AppendFrom(DataSet data, List<ClassicVariable> records)
    {
        for (long row = 0; row < data[records[0].Name].Rows; row++)
            Append(records.ToDictionary(declared => declared.Name, declared => Values(data[declared.Name], declared, row, 1)));
    }

    private static Array Values(Variable variable, ClassicVariable declared, long first, long rows) => variable.ReadElements(first, rows) switch
    {
        string[] texts => TextCharacters.Of(texts, (int)declared.Dimensions[^1].Length),
        bool[] truths => Array.ConvertAll(truths, truth => truth ? (sbyte)1 : (sbyte)0),
        var values => values,
    };

    private ClassicVariable Declared(string name, bool record) =>
        _header.Variables.FirstOrDefault(variable => variable.Name == name && variable.IsRecord == record)
        ?? throw new ArgumentException($"no {(record ? "record" : "fixed")} variable is named {name}", nameof(name));

    private static void CheckCount(ClassicVariable declared, Array values, long expected)
    {
        if (values.LongLength != expected) throw new ArgumentException($"{values.LongLength} values for variable {declared.Name}, expected {expected}", nameof(values));
        var type = Elements.TypeOf(values);
        if (type != declared.Type && !(type == ElementType.UInt8 && declared.Type == ElementType.Char))
            throw new ArgumentException($"values of type {type} for variable {declared.Name} of type {declared.Type}", nameof(values));
    }
}
