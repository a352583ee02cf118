using System.Numerics.Tensors;
using Residuum.Numerics.Native;

namespace Residuum.Numerics.Transforms;

/// <summary>Real transform by MKL's DFTI, one thread: the callers are parallel over members.</summary>
internal sealed unsafe class MklRealTransform : RealTransform
{
    // Enumerators of mkl_dfti.h.
    private const int Real = 33, Placement = 11, NotInPlace = 44, ConjugateEvenStorage = 10, ComplexComplex = 39, ThreadLimit = 27;

    private nint _descriptor;

    public MklRealTransform(int points)
        : base(points)
    {
        nint descriptor;
        Check(Mkl.DftiCreateDouble1D(&descriptor, Real, points));
        _descriptor = descriptor;
        Check(Mkl.DftiSetValue(descriptor, Placement, NotInPlace));
        Check(Mkl.DftiSetValue(descriptor, ConjugateEvenStorage, ComplexComplex));
        Check(Mkl.DftiSetValue(descriptor, ThreadLimit, 1));
        Check(Mkl.DftiCommit(descriptor));
    }

    ~MklRealTransform()
    {
        nint descriptor = _descriptor;
        if (descriptor != 0) _ = Mkl.DftiFree(&descriptor);
        _descriptor = 0;
    }

    private protected override void ForwardRows(ReadOnlySpan<double> values, Span<double> spectra, int rows)
    {
        fixed (double* from = values, to = spectra)
        {
            for (int row = 0; row < rows; row++)
                Check(Mkl.DftiForward(_descriptor, from + ((long)row * Points), to + ((long)row * SpectrumSize)));
        }
        GC.KeepAlive(this);
    }

    private protected override void InverseRows(ReadOnlySpan<double> spectra, Span<double> values, int rows)
    {
        fixed (double* from = spectra, to = values)
        {
            for (int row = 0; row < rows; row++)
                Check(Mkl.DftiBackward(_descriptor, from + ((long)row * SpectrumSize), to + ((long)row * Points)));
        }
        // DFTI's own scale is a double in a variadic call, which no portable function pointer can make.
        TensorPrimitives.Multiply(values, 1.0 / Points, values);
        GC.KeepAlive(this);
    }

    private static void Check(int status)
    {
        if (status != 0) throw new InvalidOperationException($"MKL's DFTI returned status {status}");
    }
}
