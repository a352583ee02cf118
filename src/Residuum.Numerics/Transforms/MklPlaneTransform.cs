using System.Numerics.Tensors;

namespace Residuum.Numerics.Transforms;

/// <summary>Plane transform by MKL's DFTI, one thread.</summary>
internal sealed unsafe class MklPlaneTransform : PlaneTransform
{
    private readonly Dfti _forward, _inverse; // two, as a descriptor has one pair of strides

    public MklPlaneTransform(int nx, int ny)
        : base(nx, ny)
    {
        nint[] field = [0, nx, 1], spectrum = [0, ModesX, 1];
        _forward = new Dfti(Dfti.Real, [ny, nx], inPlace: false, (Dfti.InputStrides, field), (Dfti.OutputStrides, spectrum));
        _inverse = new Dfti(Dfti.Real, [ny, nx], inPlace: false, (Dfti.InputStrides, spectrum), (Dfti.OutputStrides, field));
    }

    private protected override void ForwardFields(ReadOnlySpan<double> values, Span<double> spectra, int fields)
    {
        fixed (double* from = values, to = spectra)
        {
            for (int field = 0; field < fields; field++) _forward.Forward(from + ((long)field * FieldSize), to + ((long)field * SpectrumSize));
        }
    }

    private protected override void InverseFields(ReadOnlySpan<double> spectra, Span<double> values, int fields)
    {
        fixed (double* from = spectra, to = values)
        {
            for (int field = 0; field < fields; field++) _inverse.Backward(from + ((long)field * SpectrumSize), to + ((long)field * FieldSize));
        }
        TensorPrimitives.Multiply(values, 1.0 / FieldSize, values);
    }
}
