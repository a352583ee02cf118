using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Models;

/// <summary>J(a, b) = a_x b_y - a_y b_x of any two spectra, by Orszag's 3/2 rule. One thread at a time.</summary>
internal sealed class DealiasedJacobian
{
    private readonly PlaneGrid _grid;
    private readonly PlaneProducts _products;

    public DealiasedJacobian(PlaneGrid grid) => (_grid, _products) = (grid, PlaneProducts.Create(grid, inputs: 4, outputs: 1, Multiply));

    /// <summary>Writes Ĵ(a, b), which may replace either.</summary>
    public void Of(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> result)
    {
        Gradient(a, 0);
        Gradient(b, 2);
        _products.Evaluate();
        result.Clear();
        for (int l = 0; l < _grid.Ny; l++)
        {
            if (l == _grid.Ny / 2) continue;
            var row = _products.Output(0, l);
            for (int i = 0; i < row.Length; i++) result[(l * (_grid.Nx + 2)) + i] = row[i] * _products.OutputScale;
        }
    }

    private static void Multiply(ReadOnlySpan<double> inputs, Span<double> outputs, int first)
    {
        int n = outputs.Length;
        for (int i = 0; i < n; i++) outputs[i] = (inputs[i] * inputs[(3 * n) + i]) - (inputs[n + i] * inputs[(2 * n) + i]);
    }

    // Inputs a_x and a_y: (ik â, il â).
    private void Gradient(ReadOnlySpan<double> spectrum, int input)
    {
        for (int l = 0; l < _grid.Ny; l++)
        {
            if (l == _grid.Ny / 2) continue;
            var from = spectrum.Slice(l * (_grid.Nx + 2), _grid.Nx);
            Span<double> dx = _products.Input(input, l), dy = _products.Input(input + 1, l);
            double alongY = _grid.WaveNumbersY[l] * _products.InputScale;
            for (int k = 0; k < _grid.Nx / 2; k++)
            {
                double alongX = _grid.WaveNumbersX[k] * _products.InputScale, re = from[2 * k], im = from[(2 * k) + 1];
                (dx[2 * k], dx[(2 * k) + 1]) = (-alongX * im, alongX * re);
                (dy[2 * k], dy[(2 * k) + 1]) = (-alongY * im, alongY * re);
            }
        }
    }
}
