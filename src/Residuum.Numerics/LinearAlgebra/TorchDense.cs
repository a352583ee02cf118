using static TorchSharp.torch;

namespace Residuum.Numerics.LinearAlgebra;

/// <summary>The same through libtorch, where MKL can not be called directly.</summary>
internal static class TorchDense
{
    public static void Multiply(Matrix a, Matrix b, bool transposeA, bool transposeB, Matrix product)
    {
        using var scope = NewDisposeScope();
        var left = transposeA ? Tensor(a).T : Tensor(a);
        var right = transposeB ? Tensor(b).T : Tensor(b);
        matmul(left, right).contiguous().data<double>().CopyTo(product.Values);
    }

    public static bool TryCholesky(Matrix a)
    {
        using var scope = NewDisposeScope();
        var (factor, info) = linalg.cholesky_ex(Tensor(a));
        if (info.item<int>() != 0) return false;
        factor.contiguous().data<double>().CopyTo(a.Values);
        return true;
    }

    public static (double[] Values, Matrix Vectors) SymmetricEigen(Matrix a)
    {
        using var scope = NewDisposeScope();
        var (values, vectors) = linalg.eigh(Tensor(a));
        return (values.data<double>().ToArray(), new Matrix(a.Rows, a.Rows, vectors.T.contiguous().data<double>().ToArray()));
    }

    private static Tensor Tensor(Matrix a) => tensor(a.Values, [a.Rows, a.Columns], dtype: ScalarType.Float64);
}
