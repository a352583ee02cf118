namespace Residuum.Numerics.Transforms;

/// <summary>Products by MKL's DFTI. Along y only the columns that are not zero are transformed; along x a row is transformed, multiplied and transformed
/// back while it is in cache.</summary>
internal sealed unsafe class MklPlaneProducts : PlaneProducts
{
    private readonly Dfti _columns, _rows;
    private readonly double[][] _inputs, _outputs;
    private readonly double[][] _values; // of each share: one row of every input and output

    public MklPlaneProducts(PlaneGrid grid, int inputs, int outputs, PointwiseProducts products, bool padded)
        : base(grid, inputs, outputs, products, padded)
    {
        _columns = Dfti.Columns(FineNy, RowModes, grid.Nx / 2, inPlace: true);
        _rows = new Dfti(Dfti.Real, [FineNx], inPlace: false);
        _inputs = [.. Enumerable.Range(0, inputs).Select(_ => new double[2 * FineNy * RowModes])];
        _outputs = [.. Enumerable.Range(0, outputs).Select(_ => new double[2 * FineNy * RowModes])];
        _values = [.. Enumerable.Range(0, Shares).Select(_ => new double[(inputs + outputs) * FineNx])];
    }

    // Complex numbers of a row; those from Nx/2 on are zero in every input.
    private int RowModes => (FineNx / 2) + 1;

    public override Span<double> Input(int input, int l) => Row(_inputs[input], l);

    public override ReadOnlySpan<double> Output(int output, int l) => Row(_outputs[output], l);

    public override void Expand(int input)
    {
        double[] spectrum = _inputs[input];
        int first = Grid.Ny / 2, end = FineRow(first) + 1; // the rows between the kept ones, and the Nyquist row
        spectrum.AsSpan(2 * first * RowModes, 2 * (end - first) * RowModes).Clear();
        fixed (double* columns = spectrum) _columns.Backward(columns, columns);
    }

    public override void Multiply(int share)
    {
        double[] values = _values[share];
        var (first, end) = Rows(share);
        fixed (double* at = values)
        {
            for (int row = first; row < end; row++)
            {
                for (int input = 0; input < Inputs; input++)
                {
                    fixed (double* spectrum = _inputs[input]) _rows.Backward(spectrum + (2 * row * RowModes), at + (input * FineNx));
                }
                Products(values.AsSpan(0, Inputs * FineNx), values.AsSpan(Inputs * FineNx), row * FineNx);
                for (int output = 0; output < Outputs; output++)
                {
                    fixed (double* spectrum = _outputs[output]) _rows.Forward(at + ((Inputs + output) * FineNx), spectrum + (2 * row * RowModes));
                }
            }
        }
    }

    public override void Cut(int output)
    {
        fixed (double* columns = _outputs[output]) _columns.Forward(columns, columns);
    }

    private Span<double> Row(double[] spectrum, int l) => spectrum.AsSpan(2 * FineRow(l) * RowModes, Grid.Nx);
}
