using System.Numerics.Tensors;

namespace Residuum.Numerics.Transforms;

/// <summary>Products by whole transforms of the fine grid: where MKL can not be called, and what the fast path is tested against.</summary>
internal sealed class PlainPlaneProducts : PlaneProducts
{
    private readonly PlaneTransform _fine;
    private readonly double[][] _spectra, _results;
    private readonly double[] _inputs, _outputs;

    public PlainPlaneProducts(PlaneGrid grid, int inputs, int outputs, PointwiseProducts products, bool padded)
        : base(grid, inputs, outputs, products, padded)
    {
        _fine = PlaneTransform.Create(FineNx, FineNy);
        _spectra = [.. Enumerable.Range(0, inputs).Select(_ => new double[_fine.SpectrumSize])];
        _results = [.. Enumerable.Range(0, outputs).Select(_ => new double[_fine.SpectrumSize])];
        (_inputs, _outputs) = (new double[inputs * _fine.FieldSize], new double[outputs * _fine.FieldSize]);
    }

    public override Span<double> Input(int input, int l) => Row(_spectra[input], l);

    public override ReadOnlySpan<double> Output(int output, int l) => Row(_results[output], l);

    public override void Expand(int input)
    {
        int first = Grid.Ny / 2, end = FineRow(first) + 1;
        _spectra[input].AsSpan(2 * first * _fine.ModesX, 2 * (end - first) * _fine.ModesX).Clear();
        var field = _inputs.AsSpan(input * _fine.FieldSize, _fine.FieldSize);
        _fine.Inverse(_spectra[input], field);
        TensorPrimitives.Multiply(field, (double)_fine.FieldSize, field);
    }

    public override void Multiply(int share)
    {
        var (first, end) = Rows(share);
        double[] inputs = new double[Inputs * FineNx], outputs = new double[Outputs * FineNx];
        for (int row = first; row < end; row++)
        {
            for (int input = 0; input < Inputs; input++) Values(_inputs, input, row).CopyTo(inputs.AsSpan(input * FineNx));
            Products(inputs, outputs, row * FineNx);
            for (int output = 0; output < Outputs; output++) outputs.AsSpan(output * FineNx, FineNx).CopyTo(Values(_outputs, output, row));
        }
    }

    public override void Cut(int output) => _fine.Forward(_outputs.AsSpan(output * _fine.FieldSize, _fine.FieldSize), _results[output]);

    private Span<double> Values(double[] fields, int field, int row) => fields.AsSpan((field * _fine.FieldSize) + (row * FineNx), FineNx);

    private Span<double> Row(double[] spectrum, int l) => spectrum.AsSpan(2 * FineRow(l) * _fine.ModesX, Grid.Nx);
}
