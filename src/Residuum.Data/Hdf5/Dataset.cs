using Residuum.Data.Arrays;

namespace Residuum.Data.Hdf5;

/// <summary>A dataset as it stands in the file: shape, type, layout, attributes.</summary>
internal sealed class Dataset
{
    private Dataset(string path, ObjectHeader header, Dataspace space, Datatype type)
    {
        (Path, Address, Header, Space, Type) = (path, header.Address, header, space, type);
        Attributes = Hdf5.Attributes.Of(header);
    }

    /// <summary>Name with its groups, such as <c>group/name</c>.</summary>
    public string Path { get; }

    /// <summary>Identity.</summary>
    public long Address { get; }

    public ObjectHeader Header { get; }

    public Dataspace Space { get; }

    public Datatype Type { get; }

    public IReadOnlyList<StoredAttribute> Attributes { get; }

    /// <summary>The dataset of a header, or null where the object is something else.</summary>
    public static Dataset? Of(string path, ObjectHeader header)
    {
        if (!header.Has(MessageType.Layout) || header.Message(MessageType.Dataspace) is not { } space || header.Message(MessageType.Datatype) is not { } type) return null;
        return new Dataset(path, header, Dataspace.Read(space), Datatype.Read(type));
    }

    /// <summary>The attribute of a name, or null.</summary>
    public StoredAttribute? Attribute(string name) => Attributes.FirstOrDefault(attribute => attribute.Name == name);

    /// <summary>Where the values are. Errors of the layout come when the values are read, so that the rest of the file stays readable.</summary>
    public IVariableSource Source(GlobalHeap heap) => new LazySource(() =>
    {
        if (Header.Has(MessageType.ExternalFiles))
            throw Header.File.Error(Address, $"the values of {FormatError.Quote(Path)} are in another file, which is not followed", remedy: "copy it with h5repack");
        bool isText = Type is { Class: TypeClass.VariableLength, IsText: true };
        if (Type.Element == ElementType.Other)
            throw Header.File.Error(Address, $"dataset {FormatError.Quote(Path)} has a type that is not read", $"{Type.Class} of {Type.Size} bytes", "numbers or texts");
        return new StoredRows(this, isText ? heap : null);
    });

    private sealed class LazySource(Func<IVariableSource> open) : IVariableSource
    {
        private IVariableSource? _source;

        public Array Read(long first, long rows) => (_source ??= open()).Read(first, rows);
    }
}
