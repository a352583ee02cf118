using System.Runtime.InteropServices;
using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Native;
using Residuum.Numerics.Random;
using Residuum.Numerics.Runtime;
using static TorchSharp.torch;

namespace Residuum.Numerics.Tests.LinearAlgebra;

public sealed class TiledDenseTests
{
    [Theory]
    [InlineData(300, 520, 40)]  // several tiles each way
    [InlineData(9, 7, 9001)]    // one tile, a long inner size cut in parts
    [InlineData(1, 600, 5)]
    public void Tiles_make_up_the_product(int rows, int columns, int inner)
    {
        Matrix a = Random(rows, inner), b = Random(inner, columns);
        var product = Dense.Multiply(a, b);
        foreach (int i in new[] { 0, rows / 2, rows - 1 })
        {
            for (int j = 0; j < columns; j++)
            {
                double sum = 0;
                for (int k = 0; k < inner; k++) sum += a[i, k] * b[k, j];
                Assert.Equal(sum, product[i, j], 1e-10);
            }
        }
    }

    [Fact]
    public void Lower_triangles_are_those_of_the_products()
    {
        var a = Random(300, 290);
        Matrix columns = Dense.Multiply(a, a, transposeA: true), rows = Dense.Multiply(a, a, transposeB: true);
        Matrix lower = Dense.LowerGram(a), lowerRows = Dense.LowerRowGram(a);
        for (int i = 0; i < 290; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                Assert.Equal(columns[i, j], lower[i, j], 1e-11);
                Assert.Equal(rows[i, j], lowerRows[i, j], 1e-11);
            }
        }
    }

    [Theory]
    [InlineData(20)]
    [InlineData(128)]
    [InlineData(300)]
    public void Cholesky_needs_only_the_lower_triangle_and_solves_many_rows(int n)
    {
        var a = Dense.Gram(Random(n + 20, n));
        var factor = a.Copy();
        for (int i = 0; i < n; i++) factor.Row(i)[(i + 1)..].Fill(double.NaN);
        Assert.True(Dense.TryCholesky(factor));
        var again = Dense.Multiply(factor, factor, transposeB: true);
        for (int i = 0; i < a.Values.Length; i++) Assert.Equal(a.Values[i], again.Values[i], 1e-9);

        Matrix b = Random(150, n), x = b.Copy();
        Dense.CholeskySolve(factor, x);
        var back = Dense.Multiply(x, a);
        for (int i = 0; i < b.Values.Length; i++) Assert.Equal(b.Values[i], back.Values[i], 1e-7);
    }

    [Fact]
    public void A_matrix_that_turns_out_indefinite_in_a_later_tile_is_refused()
    {
        var a = Dense.Gram(Random(320, 300));
        a[299, 299] = 0;
        Assert.False(Dense.TryCholesky(a));
    }

    [Fact]
    public void Threads_do_not_change_a_bit()
    {
        Matrix a = Random(300, 700), tall = Random(20_000, 12);
        double[] Bits()
        {
            var factor = Dense.LowerRowGram(a);
            Assert.True(Dense.TryCholesky(factor));
            return [.. factor.Values, .. Dense.Multiply(a, a, transposeA: true).Values, .. Dense.Gram(tall).Values, .. Dense.SymmetricEigen(Dense.Gram(tall)).Vectors.Values];
        }
        double[]? one = null, two = null;
        Mkl.WithThreads(1, () => one = Bits());
        Mkl.WithThreads(2, () => two = Bits());
        Assert.Equal(one, two);
        Assert.Equal(one, Bits());
    }

    [Fact]
    public void Places_in_memory_do_not_change_a_bit()
    {
        Assert.SkipUnless(Mkl.IsAvailable, "without MKL torch lays the values where it wants");
        const int N = 90;
        double[] a = Dense.Gram(Random(2 * N, N)).Values, expected = [];
        var room = new double[a.Length + 8];
        for (int shift = 0; shift < 8; shift++)
        {
            var shifted = room.AsSpan(shift, a.Length);
            a.CopyTo(shifted);
            Assert.True(MklDense.TryCholesky(shifted, N, N));
            if (shift == 0) expected = shifted.ToArray();
            Assert.Equal(expected, shifted);
        }
    }

    [Fact]
    public void Bits_are_kept_where_torch_uses_mkl_first()
    {
        var (code, output, _) = ChildProcess.Run(Environment.ProcessPath!, "--filter-method", $"*{nameof(TiledDenseTests)}.{nameof(Torch_uses_mkl_first)}");
        Assert.True(code == 0, output);
    }

    [Fact]
    public unsafe void Torch_uses_mkl_first()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64, "MKL is called on Linux x64 only");
        using (NewDisposeScope()) ones(300, 300).matmul(ones(300, 300)).sum();
        Places_in_memory_do_not_change_a_bit();
        // On many machines a Cholesky factor keeps its bits by luck, so that MKL itself is asked for its branch; mkl.h: MKL_CBWR_BRANCH, _BRANCH_OFF.
        var branch = (delegate* unmanaged<int, int>)NativeLibrary.GetExport(NativeLibrary.Load(TorchRuntime.LibraryPath("torch_cpu")), "mkl_serv_cbwr_get");
        Assert.NotEqual(1, branch(1));
    }

    private static Matrix Random(int rows, int columns)
    {
        var matrix = new Matrix(rows, columns);
        new RandomStream(rows, "tiles", columns).Normal(matrix.Values);
        return matrix;
    }
}
