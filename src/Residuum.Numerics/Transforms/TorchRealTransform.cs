using static TorchSharp.torch;

namespace Residuum.Numerics.Transforms;

/// <summary>Real transform through libtorch, where MKL can not be called directly.</summary>
internal sealed class TorchRealTransform(int points) : RealTransform(points)
{
    private protected override void ForwardRows(ReadOnlySpan<double> values, Span<double> spectra, int rows)
    {
        using var scope = NewDisposeScope();
        var rowsOfValues = tensor(values.ToArray(), [rows, Points], dtype: ScalarType.Float64);
        var result = view_as_real(fft.rfft(rowsOfValues, dim: 1)).contiguous();
        result.data<double>().CopyTo(spectra);
    }

    private protected override void InverseRows(ReadOnlySpan<double> spectra, Span<double> values, int rows)
    {
        using var scope = NewDisposeScope();
        // Cloned, as a managed array may lie at half the 16 bytes that libtorch's complex numbers are aligned to: a crash.
        var pairs = tensor(spectra.ToArray(), [rows, Modes, 2], dtype: ScalarType.Float64).clone();
        var result = fft.irfft(view_as_complex(pairs), n: Points, dim: 1).contiguous();
        result.data<double>().CopyTo(values);
    }
}
