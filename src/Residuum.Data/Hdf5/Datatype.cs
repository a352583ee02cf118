using Residuum.Data.Arrays;

namespace Residuum.Data.Hdf5;

/// <summary>Class of a datatype.</summary>
internal enum TypeClass
{
    Integer = 0,
    Float = 1,
    FixedText = 3,
    Reference = 7,
    Enumeration = 8,
    VariableLength = 9,
    Other = 15,
}

/// <summary>Type of the elements in the file.</summary>
/// <param name="Class">Class.</param>
/// <param name="Size">Bytes of an element.</param>
/// <param name="Element">What it becomes in memory; <see cref="ElementType.Other"/> where it is not read.</param>
/// <param name="BigEndian">Byte order.</param>
/// <param name="Base">Type of the parts of a sequence or of an enumeration.</param>
/// <param name="IsText">Whether a variable-length element is a text.</param>
internal sealed record Datatype(TypeClass Class, int Size, ElementType Element, bool BigEndian = false, Datatype? Base = null, bool IsText = false)
{
    private const int MaxDepth = 8;

    public static Datatype Read(Cursor block, int depth = 0)
    {
        if (depth > MaxDepth) throw block.Error("datatypes are nested too deeply");
        int classAndVersion = block.Byte();
        int bits = (int)block.Number(3);
        long size = block.UInt32();
        if (size is 0 or > int.MaxValue) throw block.Error("size of a datatype", $"{size}", "1 to 2147483647");
        return (classAndVersion & 15) switch
        {
            0 => Integer(block, bits, (int)size),
            1 => Float(block, bits, (int)size),
            3 => new Datatype(TypeClass.FixedText, (int)size, size == 1 ? ElementType.Char : ElementType.Text),
            7 when (bits & 15) == 0 => new Datatype(TypeClass.Reference, (int)size, ElementType.Other),
            8 => Enumeration(block, bits, classAndVersion >> 4, depth),
            9 => Sequence(block, bits, (int)size, depth),
            _ => new Datatype(TypeClass.Other, (int)size, ElementType.Other),
        };
    }

    private static Datatype Integer(Cursor block, int bits, int size)
    {
        int offset = block.UInt16(), precision = block.UInt16();
        bool isSigned = (bits & 8) != 0;
        var element = (size, isSigned) switch
        {
            _ when offset != 0 || precision != 8 * size => ElementType.Other,
            (1, true) => ElementType.Int8,
            (1, false) => ElementType.UInt8,
            (2, true) => ElementType.Int16,
            (2, false) => ElementType.UInt16,
            (4, true) => ElementType.Int32,
            (4, false) => ElementType.UInt32,
            (8, true) => ElementType.Int64,
            (8, false) => ElementType.UInt64,
            _ => ElementType.Other,
        };
        return new Datatype(TypeClass.Integer, size, element, BigEndian: (bits & 1) != 0);
    }

    /// <summary>Only IEEE 754 binary32 and binary64: offset, precision, then place and size of exponent and mantissa, and bias.</summary>
    private static Datatype Float(Cursor block, int bits, int size)
    {
        (int, int, int, int, int, int, long) layout = (block.UInt16(), block.UInt16(), block.Byte(), block.Byte(), block.Byte(), block.Byte(), block.UInt32());
        var element = (size, (bits & 0x40) == 0) switch
        {
            (4, true) when layout == (0, 32, 23, 8, 0, 23, 127L) => ElementType.Float32,
            (8, true) when layout == (0, 64, 52, 11, 0, 52, 1023L) => ElementType.Float64,
            _ => ElementType.Other,
        };
        return new Datatype(TypeClass.Float, size, element, BigEndian: (bits & 1) != 0);
    }

    /// <summary>An enumeration is read as its numbers; one of FALSE and TRUE, which h5py writes, as truth values.</summary>
    private static Datatype Enumeration(Cursor block, int members, int version, int depth)
    {
        var numbers = Read(block, depth + 1);
        members &= 0xffff;
        bool isTruth = members == 2 && numbers.Size == 1 && Names(block, members, version).SequenceEqual(["FALSE", "TRUE"]);
        return new Datatype(TypeClass.Enumeration, numbers.Size, isTruth ? ElementType.Boolean : numbers.Element, numbers.BigEndian, numbers);
    }

    private static List<string> Names(Cursor block, int members, int version)
    {
        var names = new List<string>();
        for (int i = 0; i < members; i++)
        {
            int start = block.Position;
            var name = new List<byte>();
            while (block.Byte() is var letter and not 0) name.Add(letter);
            if (version < 3) block.Align(start);
            names.Add(System.Text.Encoding.UTF8.GetString([.. name]));
        }
        return names;
    }

    private static Datatype Sequence(Cursor block, int bits, int size, int depth)
    {
        bool isText = (bits & 15) == 1;
        var part = Read(block, depth + 1);
        return new Datatype(TypeClass.VariableLength, size, isText ? ElementType.Text : ElementType.Other, Base: part, IsText: isText);
    }
}
