using System.Numerics.Tensors;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Interpolation;

/// <summary>What interpolated fields get wrong where the truth is known; one number a layer, over all snapshots.</summary>
/// <param name="StreamFunction">Relative L2 error of ψ.</param>
/// <param name="Gradient">Relative L2 error of ∇ψ.</param>
/// <param name="Laplacian">Relative L2 error of ∇²ψ, which decides whether terms are found.</param>
/// <param name="SmallScales">Energy of the error over that of the truth, ψ, in the upper half of the wave numbers: max(m_x/(N_x/2), m_y/(N_y/2)) at least a half
/// (medida-qg, study D).</param>
public sealed record InterpolationErrors(double[] StreamFunction, double[] Gradient, double[] Laplacian, double[] SmallScales)
{
    /// <summary>Compares fields with the truth.</summary>
    /// <param name="grid">Grid.</param>
    /// <param name="layers">Number of layers.</param>
    /// <param name="fields">What was interpolated.</param>
    /// <param name="truth">True ψ, <c>[snapshots, layers, Ny, Nx]</c>.</param>
    public static InterpolationErrors Of(PlaneGrid grid, int layers, IInterpolatedFields fields, double[] truth)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(truth);
        if (fields.Values.Length != truth.Length) throw new ArgumentException($"{truth.Length} true values for {fields.Values.Length} interpolated ones", nameof(truth));
        double[] Derivative(int orderX, int orderY) => grid.Derivative(truth, orderX, orderY);
        double[] xx = fields.Derivative(2, 0), yy = fields.Derivative(0, 2), trueXx = Derivative(2, 0), trueYy = Derivative(0, 2);
        TensorPrimitives.Add<double>(trueXx, trueYy, trueXx);
        double[] laplacian = new double[xx.Length];
        TensorPrimitives.Add<double>(xx, yy, laplacian);
        return new InterpolationErrors(
            Relative(grid, layers, [(fields.Values, truth)]),
            Relative(grid, layers, [(fields.Derivative(1, 0), Derivative(1, 0)), (fields.Derivative(0, 1), Derivative(0, 1))]),
            Relative(grid, layers, [(laplacian, trueXx)]),
            UpperHalf(grid, layers, fields.Values, truth));
    }

    private static double[] Relative(PlaneGrid grid, int layers, (double[] Found, double[] Truth)[] components)
    {
        double[] errors = new double[layers], sizes = new double[layers];
        foreach (var (found, truth) in components)
        {
            for (int field = 0; field < truth.Length / grid.Points; field++)
            {
                ReadOnlySpan<double> a = found.AsSpan(field * grid.Points, grid.Points), b = truth.AsSpan(field * grid.Points, grid.Points);
                errors[field % layers] += Math.Pow(TensorPrimitives.Distance(a, b), 2);
                sizes[field % layers] += TensorPrimitives.SumOfSquares(b);
            }
        }
        return [.. errors.Zip(sizes, (error, size) => Math.Sqrt(error / size))];
    }

    private static double[] UpperHalf(PlaneGrid grid, int layers, double[] found, double[] truth)
    {
        var difference = new double[truth.Length];
        TensorPrimitives.Subtract<double>(found, truth, difference);
        double[] errors = FlowSpectra.Power(grid, layers, difference, InUpperHalf(grid)), sizes = FlowSpectra.Power(grid, layers, truth, InUpperHalf(grid));
        return [.. errors.Zip(sizes, (error, size) => error / size)];
    }

    private static Func<int, int, bool> InUpperHalf(PlaneGrid grid) => (mx, my) => (4 * mx >= grid.Nx) || (4 * Math.Abs(my) >= grid.Ny);
}
