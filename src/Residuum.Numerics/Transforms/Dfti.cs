using Residuum.Numerics.Native;

namespace Residuum.Numerics.Transforms;

/// <summary>A committed descriptor of MKL's DFTI, one thread: the callers are parallel over fields or members. May be shared by threads.</summary>
internal sealed unsafe class Dfti
{
    /// <summary>Domains, of mkl_dfti.h.</summary>
    public const int Complex = 32, Real = 33;

    /// <summary>Settings, of mkl_dfti.h.</summary>
    public const int Transforms = 7, InputStrides = 12, OutputStrides = 13, InputDistance = 14, OutputDistance = 15;

    private const int ConjugateEvenStorage = 10, ComplexComplex = 39, Placement = 11, InPlace = 43, NotInPlace = 44, ThreadLimit = 27;

    private readonly nint _descriptor;

    /// <summary>Makes a descriptor.</summary>
    /// <param name="domain">Complex or real.</param>
    /// <param name="lengths">Length of each dimension, the fastest last.</param>
    /// <param name="inPlace">Whether the result replaces the input.</param>
    /// <param name="settings">Further settings.</param>
    public Dfti(int domain, ReadOnlySpan<nint> lengths, bool inPlace, params ReadOnlySpan<(int Setting, nint[] Value)> settings)
    {
        nint descriptor;
        fixed (nint* length = lengths)
            Check(lengths.Length == 1 ? Mkl.DftiCreateDouble1D(&descriptor, domain, *length) : Mkl.DftiCreateDouble(&descriptor, domain, lengths.Length, length));
        _descriptor = descriptor;
        Check(Mkl.DftiSetValue(descriptor, Placement, inPlace ? InPlace : NotInPlace));
        if (domain == Real) Check(Mkl.DftiSetValue(descriptor, ConjugateEvenStorage, ComplexComplex));
        Check(Mkl.DftiSetValue(descriptor, ThreadLimit, 1));
        foreach (var (setting, value) in settings)
        {
            // Strides are passed as a pointer, which DFTI copies from; single numbers by value.
            fixed (nint* numbers = value) Check(Mkl.DftiSetValue(descriptor, setting, setting is InputStrides or OutputStrides ? (nint)numbers : *numbers));
        }
        Check(Mkl.DftiCommit(descriptor));
    }

    /// <summary>Complex columns of a matrix, one transform each.</summary>
    /// <param name="rows">Rows: the length of a transform.</param>
    /// <param name="rowSize">Complex numbers of a row.</param>
    /// <param name="columns">Columns that are transformed, the first of each row.</param>
    /// <param name="inPlace">Whether the result replaces the input.</param>
    public static Dfti Columns(int rows, int rowSize, int columns, bool inPlace)
    {
        nint[] stride = [0, rowSize], one = [1];
        return new Dfti(Complex, [rows], inPlace, (Transforms, [columns]), (InputStrides, stride), (OutputStrides, stride), (InputDistance, one), (OutputDistance, one));
    }

    ~Dfti()
    {
        nint descriptor = _descriptor;
        if (descriptor != 0) _ = Mkl.DftiFree(&descriptor);
    }

    public void Forward(double* from, double* to)
    {
        Check(Mkl.DftiForward(_descriptor, from, to));
        GC.KeepAlive(this);
    }

    public void Backward(double* from, double* to)
    {
        Check(Mkl.DftiBackward(_descriptor, from, to));
        GC.KeepAlive(this);
    }

    private static void Check(int status)
    {
        if (status != 0) throw new InvalidOperationException($"MKL's DFTI returned status {status}");
    }
}
