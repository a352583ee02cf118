namespace Residuum.Data.Arrays;

/// <summary>Where the values of a variable come from: a file, or memory.</summary>
public interface IVariableSource
{
    /// <summary>Reads rows along the first dimension; a scalar has one row.</summary>
    /// <param name="first">First row; inside the shape.</param>
    /// <param name="rows">Number of rows; inside the shape.</param>
    /// <returns>A new array in C order, of the variable's element type.</returns>
    Array Read(long first, long rows);
}

/// <summary>Values in memory.</summary>
/// <param name="values">All values, C order.</param>
/// <param name="rowSize">Elements in one row.</param>
internal sealed class MemorySource(Array values, long rowSize) : IVariableSource
{
    public Array Read(long first, long rows)
    {
        var part = Array.CreateInstance(values.GetType().GetElementType()!, rows * rowSize);
        Array.Copy(values, first * rowSize, part, 0, part.LongLength);
        return part;
    }
}
