using System.Numerics.Tensors;

namespace Residuum.Numerics.Transforms;

/// <summary>Real transform by MKL's DFTI, one thread: the callers are parallel over members.</summary>
internal sealed unsafe class MklRealTransform(int points) : RealTransform(points)
{
    private readonly Dfti _descriptor = new(Dfti.Real, [points], inPlace: false);

    private protected override void ForwardRows(ReadOnlySpan<double> values, Span<double> spectra, int rows)
    {
        fixed (double* from = values, to = spectra)
        {
            for (int row = 0; row < rows; row++) _descriptor.Forward(from + ((long)row * Points), to + ((long)row * SpectrumSize));
        }
    }

    private protected override void InverseRows(ReadOnlySpan<double> spectra, Span<double> values, int rows)
    {
        fixed (double* from = spectra, to = values)
        {
            for (int row = 0; row < rows; row++) _descriptor.Backward(from + ((long)row * SpectrumSize), to + ((long)row * Points));
        }
        // DFTI's own scale is a double in a variadic call, which no portable function pointer can make.
        TensorPrimitives.Multiply(values, 1.0 / Points, values);
    }
}
