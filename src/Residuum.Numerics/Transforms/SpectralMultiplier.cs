using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Residuum.Numerics.Transforms;

/// <summary>A diagonal operator on interleaved spectra, laid out for vector instructions.</summary>
/// <remarks>With c = a + ib and x = (re, im): c x = a (re, im) + b (-im, re); <c>_real</c> holds a twice, <c>_turn</c> holds (-b, b).
/// A multiplier without imaginary part skips the second product.</remarks>
public sealed class SpectralMultiplier
{
    private readonly double[] _real;
    private readonly double[]? _turn;

    /// <summary>Lays a symbol out.</summary>
    /// <param name="symbol">One complex number a mode.</param>
    public SpectralMultiplier(ReadOnlySpan<Complex> symbol)
    {
        _real = new double[2 * symbol.Length];
        double[] turn = new double[2 * symbol.Length];
        bool isReal = true;
        for (int k = 0; k < symbol.Length; k++)
        {
            _real[2 * k] = _real[(2 * k) + 1] = symbol[k].Real;
            (turn[2 * k], turn[(2 * k) + 1]) = (-symbol[k].Imaginary, symbol[k].Imaginary);
            isReal &= symbol[k].Imaginary == 0;
        }
        _turn = isReal ? null : turn;
    }

    /// <summary>Doubles of one spectrum.</summary>
    public int Size => _real.Length;

    /// <summary>result = c x, row by row.</summary>
    /// <param name="x">Spectra, <c>[rows, size]</c>.</param>
    /// <param name="result">Spectra; may be <paramref name="x"/> itself.</param>
    public void Multiply(ReadOnlySpan<double> x, Span<double> result)
    {
        for (int row = 0; row < x.Length; row += Size)
        {
            var from = x.Slice(row, Size);
            var to = result.Slice(row, Size);
            if (_turn is null) TensorPrimitives.Multiply(from, _real, to);
            else Turn(from, default, to);
        }
    }

    /// <summary>result = c x on some of the modes, in place.</summary>
    /// <param name="first">Index of the first double, even.</param>
    /// <param name="x">Part of a spectrum.</param>
    internal void MultiplyPart(int first, Span<double> x)
    {
        if (_turn is null) TensorPrimitives.Multiply(x, _real.AsSpan(first, x.Length), x);
        else Turn(x, default, x, first);
    }

    /// <summary>result = addend + c x, row by row.</summary>
    /// <param name="x">Spectra, <c>[rows, size]</c>.</param>
    /// <param name="addend">Spectra.</param>
    /// <param name="result">Spectra; may be either input.</param>
    public void MultiplyAdd(ReadOnlySpan<double> x, ReadOnlySpan<double> addend, Span<double> result)
    {
        for (int row = 0; row < x.Length; row += Size)
        {
            var from = x.Slice(row, Size);
            var to = result.Slice(row, Size);
            if (_turn is null) TensorPrimitives.FusedMultiplyAdd(from, _real, addend.Slice(row, Size), to);
            else Turn(from, addend.Slice(row, Size), to);
        }
    }

    private void Turn(ReadOnlySpan<double> x, ReadOnlySpan<double> addend, Span<double> result, int first = 0)
    {
        ref double real = ref _real[first];
        ref double turn = ref _turn![first];
        ref double from = ref MemoryMarshal.GetReference(x);
        ref double plus = ref MemoryMarshal.GetReference(addend);
        ref double to = ref MemoryMarshal.GetReference(result);
        bool adds = !addend.IsEmpty;
        nuint i = 0, size = (nuint)x.Length;
        for (; i + 4 <= size; i += 4)
        {
            var value = Vector256.LoadUnsafe(ref from, i);
            var swapped = Vector256.Shuffle(value, Vector256.Create(1L, 0, 3, 2));
            var sum = adds ? Vector256.LoadUnsafe(ref plus, i) : Vector256<double>.Zero;
            sum = Vector256.FusedMultiplyAdd(value, Vector256.LoadUnsafe(ref real, i), sum);
            Vector256.FusedMultiplyAdd(swapped, Vector256.LoadUnsafe(ref turn, i), sum).StoreUnsafe(ref to, i);
        }
        for (int j = (int)i; j < x.Length; j += 2)
        {
            double re = x[j], im = x[j + 1];
            double plusRe = adds ? addend[j] : 0, plusIm = adds ? addend[j + 1] : 0;
            result[j] = Math.FusedMultiplyAdd(im, _turn![first + j], Math.FusedMultiplyAdd(re, _real[first + j], plusRe));
            result[j + 1] = Math.FusedMultiplyAdd(re, _turn[first + j + 1], Math.FusedMultiplyAdd(im, _real[first + j + 1], plusIm));
        }
    }
}
