using Residuum.Data.Arrays;

namespace Residuum.Data.Hdf5;

/// <summary>A MATLAB matrix of one row or one column, which is how MATLAB 7.3 stores vectors and numbers, read as a vector.</summary>
/// <param name="matrix">The matrix' values.</param>
/// <param name="rows">Rows of the matrix as stored: 1, or the vector's length.</param>
internal sealed class MatlabVector(IVariableSource matrix, long rows) : IVariableSource
{
    private const string ClassAttribute = "MATLAB_class";

    /// <summary>Whether a dataset is such a matrix.</summary>
    public static bool Applies(Dataset dataset) => dataset.Space.Lengths is [1, _] or [_, 1] && dataset.Attribute(ClassAttribute) is not null;

    public Array Read(long first, long count)
    {
        if (rows != 1) return matrix.Read(first, count);
        var whole = matrix.Read(0, 1);
        var part = Array.CreateInstance(whole.GetType().GetElementType()!, count);
        Array.Copy(whole, first, part, 0, count);
        return part;
    }
}
