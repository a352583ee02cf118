using static TorchSharp.torch;

namespace Residuum.Numerics.Transforms;

/// <summary>Plane transform through libtorch, where MKL can not be called directly; axis by axis, as TorchSharp's plane transforms crash.</summary>
internal sealed class TorchPlaneTransform(int nx, int ny) : PlaneTransform(nx, ny)
{
    private protected override void ForwardFields(ReadOnlySpan<double> values, Span<double> spectra, int fields)
    {
        using var scope = NewDisposeScope();
        var planes = tensor(values.ToArray(), [fields, Ny, Nx], dtype: ScalarType.Float64);
        view_as_real(fft.fft_(fft.rfft(planes, dim: 2), dim: 1)).contiguous().data<double>().CopyTo(spectra);
    }

    private protected override void InverseFields(ReadOnlySpan<double> spectra, Span<double> values, int fields)
    {
        using var scope = NewDisposeScope();
        var pairs = tensor(spectra.ToArray(), [fields, Ny, ModesX, 2], dtype: ScalarType.Float64);
        fft.irfft(fft.ifft(view_as_complex(pairs), dim: 1), n: Nx, dim: 2).contiguous().data<double>().CopyTo(values);
    }
}
