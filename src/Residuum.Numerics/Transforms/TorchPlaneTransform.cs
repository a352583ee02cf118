using static TorchSharp.torch;

namespace Residuum.Numerics.Transforms;

/// <summary>Plane transform through libtorch, where MKL can not be called directly.</summary>
internal sealed class TorchPlaneTransform(int nx, int ny) : PlaneTransform(nx, ny)
{
    private protected override void ForwardFields(ReadOnlySpan<double> values, Span<double> spectra, int fields)
    {
        using var scope = NewDisposeScope();
        var planes = tensor(values.ToArray(), [fields, Ny, Nx], dtype: ScalarType.Float64);
        view_as_real(fft.rfft2(planes)).contiguous().data<double>().CopyTo(spectra);
    }

    private protected override void InverseFields(ReadOnlySpan<double> spectra, Span<double> values, int fields)
    {
        using var scope = NewDisposeScope();
        // Cloned, as a managed array may lie at half the 16 bytes that libtorch's complex numbers are aligned to: a crash.
        var pairs = tensor(spectra.ToArray(), [fields, Ny, ModesX, 2], dtype: ScalarType.Float64).clone();
        fft.irfft2(view_as_complex(pairs), s: [Ny, Nx]).contiguous().data<double>().CopyTo(values);
    }
}
