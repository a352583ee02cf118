using Residuum.Discovery.Interpolation;
using Residuum.Discovery.Models;
using Residuum.Discovery.Sensors;
using Residuum.Discovery.Sensors.Layered;
using Residuum.Experiments.Figures;
using Residuum.Experiments.Studies;
using Residuum.Numerics.Transforms;

namespace Residuum.Studies.Discovery;

/// <summary>Flow, sensors, spectra and errors of interpolated fields.</summary>
public sealed partial class MedidaQgStudy
{
    private static void Draw(TwoLayerModel truth, LayeredTwin observed, List<(string Name, double[] Values)> fields, StudyContext run)
    {
        double[] states = [.. observed.States.SelectMany(state => state)];
        run.Figure("flow-and-sensors", Flow(truth, observed.States[0], observed.Noisy.Groups[0].Sensors));
        run.Figure("spectra", Spectra(truth.Grid, states, fields));
        run.Figure("errors-of-interpolation", ErrorMaps(truth, states, [.. fields.Where(field => field.Name is Fourier or Plain)]));
    }

    private static Figure Flow(TwoLayerModel truth, double[] psi, SensorNetwork sensors)
    {
        double[] q = truth.PotentialVorticity(psi), gaps = new double[psi.Length / 2];
        Array.Fill(gaps, double.NaN);
        foreach (int index in sensors.GridIndices!) gaps[index] = psi[index];
        return new Figure(
            "The flow, and what its sensors see",
            "Potential vorticity of both layers with eddies along the jet, and the stream function of layer 1 with gaps where no sensor stands.",
            Map(truth.Grid, q, "layer 1", new Axis("q'", "1/time")),
            Map(truth.Grid, q.AsSpan(truth.Grid.Points).ToArray(), "layer 2", new Axis("q'", "1/time")),
            Map(truth.Grid, gaps, "readings, layer 1", new Axis("psi", "length2/time")));
    }

    private static Figure Spectra(PlaneGrid grid, double[] states, IReadOnlyList<(string Name, double[] Values)> fields) => new(
        "Spectral bias: errors of interpolated stream functions by scale",
        "Power of the true stream function and of the errors of each interpolant against wave number, on a logarithmic axis: the plain network errs as much as there is at small scales.",
        [.. Enumerable.Range(0, 2).Select(layer => new Panel(
            new Axis("wave number", "1/length"),
            new Axis("power of psi") { Logarithmic = true, Limits = (1e-20, 10) },
            [
                Spectrum(grid, states, layer, "truth"),
                .. fields.Select(field => Spectrum(grid, [.. field.Values.Zip(states, (a, b) => a - b)], layer, $"error, {field.Name}")),
            ])
        {
            Title = $"layer {layer + 1}",
            Legend = LegendPlace.LowerLeft,
        })]);

    private static Curve Spectrum(PlaneGrid grid, double[] fields, int layer, string label)
    {
        var (waveNumbers, power) = FlowSpectra.Of(grid, 2, fields)[layer].Isotropic;
        return new Curve(waveNumbers, power) { Label = label, Dashed = label == "truth" };
    }

    private static Figure ErrorMaps(TwoLayerModel truth, double[] states, IReadOnlyList<(string Name, double[] Values)> fields) => new(
        "Where interpolated vorticity is wrong",
        "Error of the potential vorticity of layer 1 for the network of Fourier features and for the plain network.",
        [.. fields.Select(field => Map(
            truth.Grid, truth.PotentialVorticity([.. field.Values.Zip(states, (a, b) => a - b)]), field.Name, new Axis("error of q'", "1/time")))]);

    /// <summary>The first layer of a field.</summary>
    private static Panel Map(PlaneGrid grid, double[] field, string title, Axis axis)
    {
        var values = new double[grid.Ny, grid.Nx];
        for (int i = 0; i < grid.Points; i++) values[i / grid.Nx, i % grid.Nx] = field[i];
        var map = new Heatmap(values, (-grid.LengthX / 2, grid.LengthX / 2), (-grid.LengthY / 2, grid.LengthY / 2), axis) { Diverging = true };
        return new Panel(new Axis("x", "length"), new Axis("y", "length"), map) { Title = title };
    }
}
