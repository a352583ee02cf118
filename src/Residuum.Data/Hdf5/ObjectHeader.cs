namespace Residuum.Data.Hdf5;

/// <summary>A message of an object header.</summary>
/// <param name="Type">Type code, see <see cref="MessageType"/>.</param>
/// <param name="IsShared">Whether the message is a pointer to one that another object holds.</param>
/// <param name="Block">Its contents.</param>
internal sealed record HeaderMessage(int Type, bool IsShared, Cursor Block);

/// <summary>Type codes of the messages that are read.</summary>
internal static class MessageType
{
    public const int Dataspace = 0x01, LinkInfo = 0x02, Datatype = 0x03, OldFillValue = 0x04, FillValue = 0x05, Link = 0x06, ExternalFiles = 0x07,
        Layout = 0x08, Filters = 0x0B, Attribute = 0x0C, Continuation = 0x10, SymbolTable = 0x11, AttributeInfo = 0x15;
}

/// <summary>An object header, versions 1 and 2, with its continuation blocks.</summary>
internal sealed class ObjectHeader
{
    private const int MaxMessages = 1 << 16;

    private readonly Container _file;
    private readonly List<HeaderMessage> _messages = [];
    private readonly Queue<(long Address, long Length)> _continuations = new();

    private ObjectHeader(Container file, long address) => (_file, Address) = (file, address);

    /// <summary>Address of the header, the object's identity.</summary>
    public long Address { get; }

    /// <summary>The file.</summary>
    public Container File => _file;

    public static ObjectHeader Read(Container file, long address)
    {
        var header = new ObjectHeader(file, address);
        var prefix = file.BlockUpTo(address, 34, "an object header");
        if (prefix.Remaining >= 4 && prefix.Take(4).SequenceEqual("OHDR"u8)) header.Read2(prefix);
        else header.Read1();
        return header;
    }

    /// <summary>All messages of a type; shared ones resolved.</summary>
    public IEnumerable<Cursor> Messages(int type) => _messages.Where(message => message.Type == type).Select(Resolve);

    /// <summary>The first message of a type, or null.</summary>
    public Cursor? Message(int type) => Messages(type).FirstOrDefault();

    /// <summary>Whether there is a message of a type.</summary>
    public bool Has(int type) => _messages.Exists(message => message.Type == type);

    /// <summary>The contents that a pointer to a shared message leads to: a named datatype.</summary>
    public static Cursor Shared(Cursor pointer, int type)
    {
        int version = pointer.Expect("the version of a shared message", 1, 2, 3);
        int kind = pointer.Byte();
        if (version == 1) pointer.Skip(6);
        if (version == 3 && kind != 2) throw pointer.Error("a message in a shared heap is not read", remedy: "rewrite the file with h5repack");
        var owner = Read(pointer.File, pointer.Offset());
        return owner._messages.Find(message => message.Type == type && !message.IsShared)?.Block
            ?? throw pointer.Error("the shared message does not exist");
    }

    private static Cursor Resolve(HeaderMessage message)
    {
        var copy = message.Block.Rewound();
        return message.IsShared ? Shared(copy, message.Type) : copy;
    }

    private void Read1()
    {
        var prefix = _file.Block(Address, 16, "an object header");
        prefix.Expect("its version", 1);
        prefix.Skip(1 + 2 + 4);
        long size = prefix.UInt32();
        Messages1(_file.Block(Address + 16, size, "an object header"));
        while (_continuations.TryDequeue(out var next)) Messages1(_file.Block(next.Address, next.Length, "an object header's continuation"));
    }

    private void Messages1(Cursor block)
    {
        while (block.Remaining >= 8)
        {
            int type = block.UInt16();
            int size = block.UInt16();
            int flags = block.Byte();
            block.Skip(3);
            Add(type, flags, block.Part(size, "a header message"));
        }
    }

    private void Read2(Cursor prefix)
    {
        prefix.Expect("its version", 2);
        int flags = prefix.Byte();
        if ((flags & 0x20) != 0) prefix.Skip(16); // four times
        if ((flags & 0x10) != 0) prefix.Skip(4);  // attribute phase change
        long size = prefix.Number(1 << (flags & 3));
        Messages2(_file.Block(Address + prefix.Position, size, "an object header"), flags);
        while (_continuations.TryDequeue(out var next))
        {
            var block = _file.Block(next.Address, next.Length, "an object header's continuation");
            block.Expect("OCHK"u8);
            Messages2(block.Part(Math.Max(0, block.Remaining - 4), "an object header's continuation"), flags); // the last four bytes are a checksum
        }
    }

    private void Messages2(Cursor block, int headerFlags)
    {
        int prefix = (headerFlags & 4) != 0 ? 6 : 4;
        while (block.Remaining >= prefix) // what is left is a gap
        {
            int type = block.Byte();
            int size = block.UInt16();
            int flags = block.Byte();
            block.Skip(prefix - 4);
            Add(type, flags, block.Part(size, "a header message"));
        }
    }

    private void Add(int type, int flags, Cursor block)
    {
        if (_messages.Count >= MaxMessages) throw block.Error("too many messages in one object header");
        if (type == MessageType.Continuation) _continuations.Enqueue((block.Offset(), block.Length()));
        else _messages.Add(new HeaderMessage(type, (flags & 2) != 0, block));
    }
}
