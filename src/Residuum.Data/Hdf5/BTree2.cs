using System.Numerics;

namespace Residuum.Data.Hdf5;

/// <summary>Version 2 B-trees: dense links and attributes, huge heap objects, chunks that grow in several dimensions.</summary>
internal sealed class BTree2
{
    private const int NodeOverhead = 10, MaxDepth = 32; // signature, version, type, checksum

    private readonly Container _file;
    private readonly int _nodeSize, _recordSize, _countSize;
    private readonly int[] _totalSizes;
    private readonly Action<Cursor> _visit;

    private BTree2(Container file, Cursor header, Action<Cursor> visit)
    {
        _file = file;
        _visit = visit;
        header.Expect("BTHD"u8);
        header.Expect("its version", 0);
        header.Skip(1);
        _nodeSize = (int)Math.Min(int.MaxValue, header.UInt32());
        _recordSize = header.UInt16();
        Depth = header.UInt16();
        header.Skip(2);
        (Root, RootRecords) = (header.Offset(), header.UInt16());
        if (_recordSize == 0 || _nodeSize <= NodeOverhead + _recordSize || Depth > MaxDepth) throw header.Error("impossible sizes of a B-tree");
        (_countSize, _totalSizes) = FieldSizes();
    }

    private int Depth { get; }

    private long Root { get; }

    private int RootRecords { get; }

    /// <summary>Visits every record.</summary>
    public static void Visit(Container file, long address, Action<Cursor> visit)
    {
        int size = 16 + file.OffsetSize + 2 + file.LengthSize;
        var tree = new BTree2(file, file.Block(address, size, "the header of a B-tree"), visit);
        if (tree.Root >= 0) tree.Node(tree.Root, tree.RootRecords, tree.Depth);
    }

    private void Node(long address, int records, int depth)
    {
        var block = _file.BlockUpTo(address, _nodeSize, "a node of a B-tree");
        block.Expect(depth == 0 ? "BTLF"u8 : "BTIN"u8);
        block.Skip(2);
        for (int i = 0; i < records; i++) _visit(block.Part(_recordSize, "a record of a B-tree"));
        for (int i = 0; depth > 0 && i <= records; i++)
        {
            long child = block.Offset();
            int count = (int)Math.Min(int.MaxValue, block.Number(_countSize));
            block.Skip(_totalSizes[depth - 1]);
            Node(child, count, depth - 1);
        }
    }

    /// <summary>Bytes of the number of records in a child, and per depth of the number of records below it (none for leaves).</summary>
    private (int CountSize, int[] TotalSizes) FieldSizes()
    {
        long most = (_nodeSize - NodeOverhead) / _recordSize, total = most;
        int countSize = Bytes(most);
        var sizes = new int[Depth + 1];
        for (int depth = 1; depth <= Depth; depth++)
        {
            int pointer = _file.OffsetSize + countSize + sizes[depth - 1];
            most = Math.Max(0, (_nodeSize - NodeOverhead - pointer) / (_recordSize + pointer));
            total = (long)Int128.Min(long.MaxValue, ((Int128)most + 1) * total + most);
            sizes[depth] = Bytes(total);
        }
        return (countSize, sizes);
    }

    private static int Bytes(long value) => BitOperations.Log2((ulong)Math.Max(1, value)) / 8 + 1;
}
