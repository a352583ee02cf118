using System.Text;

namespace Residuum.Data.Hdf5;

/// <summary>A hard link: a name in a group.</summary>
/// <param name="Name">Name.</param>
/// <param name="Address">Object header that it leads to.</param>
/// <param name="Order">When it was made among its group's links; -1 where the file does not keep that.</param>
internal readonly record struct Link(string Name, long Address, long Order = -1);

/// <summary>The links of a group, in any of the ways that groups keep them; in the order they were made, or by name. Soft and external links are passed over: their targets are paths.</summary>
internal static class Links
{
    private const int Hard = 0;

    public static bool IsGroup(ObjectHeader header) => header.Has(MessageType.SymbolTable) || header.Has(MessageType.LinkInfo) || header.Has(MessageType.Link);

    public static List<Link> Of(ObjectHeader group)
    {
        var links = new List<Link>();
        if (group.Message(MessageType.SymbolTable) is { } table) FromSymbolTable(table, links);
        foreach (var message in group.Messages(MessageType.Link)) FromMessage(message, links);
        if (group.Message(MessageType.LinkInfo) is { } info) FromHeap(info, links);
        links.Sort((a, b) => a.Order >= 0 && b.Order >= 0 ? a.Order.CompareTo(b.Order) : string.CompareOrdinal(a.Name, b.Name));
        return links;
    }

    private static void FromMessage(Cursor message, List<Link> links)
    {
        message.Expect("the version of a link", 1);
        int flags = message.Byte();
        int kind = (flags & 8) != 0 ? message.Byte() : Hard;
        long order = (flags & 4) != 0 ? message.Number(8) : -1;
        if ((flags & 16) != 0) message.Skip(1);
        long length = message.Number(1 << (flags & 3));
        string name = Encoding.UTF8.GetString(message.Part(length, "a link's name").Take((int)length));
        if (kind == Hard) links.Add(new Link(name, message.Offset(), order));
    }

    private static void FromHeap(Cursor info, List<Link> links)
    {
        info.Expect("the version of a link information", 0);
        int flags = info.Byte();
        if ((flags & 1) != 0) info.Skip(8);
        long heapAddress = info.Offset(), nameIndex = info.Offset();
        if (heapAddress < 0 || nameIndex < 0) return;
        var heap = FractalHeap.Read(info.File, heapAddress);
        BTree2.Visit(info.File, nameIndex, record =>
        {
            record.Skip(4); // hash of the name
            FromMessage(heap.Object(record), links);
        });
    }

    private static void FromSymbolTable(Cursor table, List<Link> links)
    {
        var file = table.File;
        long tree = table.Offset();
        var names = Names(file, table.Offset());
        BTree1.Visit(file, tree, BTree1.GroupNodes, file.LengthSize, (_, node) =>
        {
            var head = file.Block(node, 8, "a symbol table");
            head.Expect("SNOD"u8);
            head.Expect("its version", 1);
            head.Skip(1);
            int entries = head.UInt16(), size = 2 * file.OffsetSize + 24;
            var block = file.Block(node + 8, (long)entries * size, "a symbol table");
            for (int i = 0; i < entries; i++)
            {
                var entry = block.Part(size, "an entry of a symbol table");
                long name = entry.Offset(), address = entry.Offset();
                const uint Soft = 2;
                if (entry.UInt32() != Soft && address >= 0) links.Add(new Link(NameAt(names, name), address));
            }
        });
    }

    private static Cursor Names(Container file, long address)
    {
        var heap = file.Block(address, 8 + 2 * file.LengthSize + file.OffsetSize, "a local heap");
        heap.Expect("HEAP"u8);
        heap.Expect("its version", 0);
        heap.Skip(3);
        long size = heap.Length();
        heap.LengthOrUnlimited(); // free list; 1 or all bits where there is none
        return file.Block(heap.Offset(), size, "a local heap");
    }

    private static string NameAt(Cursor names, long offset)
    {
        var rest = names.Rewound();
        rest.Skip(offset);
        return rest.Text(rest.Remaining);
    }
}
