namespace Residuum.Data.Hdf5;

/// <summary>Version 1 B-trees: links of old-style groups, and chunks.</summary>
internal static class BTree1
{
    public const int GroupNodes = 0, ChunkNodes = 1;

    private const int MaxLevel = 32;

    /// <summary>Visits the key and the address of every leaf entry.</summary>
    public static void Visit(Container file, long address, int kind, int keySize, Action<Cursor, long> visit)
    {
        var waiting = new Stack<(long Address, int Level)>();
        waiting.Push((address, MaxLevel));
        while (waiting.TryPop(out var node))
        {
            var (block, level, entries) = Node(file, node.Address, kind, keySize);
            if (level >= node.Level) throw block.Error("a node of a B-tree is not below its parent", $"level {level}", $"below {node.Level}");
            var children = new List<(long, int)>();
            for (int i = 0; i < entries; i++)
            {
                var key = block.Part(keySize, "a key of a B-tree");
                long child = block.Offset();
                if (level == 0) visit(key, child);
                else children.Add((child, level));
            }
            for (int i = children.Count - 1; i >= 0; i--) waiting.Push(children[i]); // the first comes out first
        }
    }

    private static (Cursor Block, int Level, int Entries) Node(Container file, long address, int kind, int keySize)
    {
        int headSize = 8 + 2 * file.OffsetSize;
        var head = file.Block(address, headSize, "a node of a B-tree");
        head.Expect("TREE"u8);
        head.Expect("its kind", (byte)kind);
        int level = head.Byte(), entries = head.UInt16();
        return (file.Block(address + headSize, (long)entries * (keySize + file.OffsetSize), "a node of a B-tree"), level, entries);
    }
}
