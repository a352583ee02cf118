using System.Numerics.Tensors;
using Residuum.Data.Npy;
using Residuum.Discovery.Models;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Tests.TwoLayer;

public sealed class TurbulentStatesTests
{
    private static readonly PlaneGrid Grid = TurbulentStates.Model.Grid;

    [Fact]
    public void They_are_turbulent_and_differ()
    {
        var states = TurbulentStates.All;
        Assert.Equal(3, states.Count);
        foreach (double[] psi in states)
        {
            double[] velocity = TurbulentStates.Model.Derivative(psi, 0, 1);
            Assert.InRange(Math.Abs(TensorPrimitives.MaxMagnitude<double>(velocity)), 1.8, 3.5);
            Assert.InRange(EddyEnergy(velocity, 0), 0.03, 0.08);
            Assert.InRange(EddyEnergy(velocity, 1), 0.006, 0.025);
        }
        Assert.True(TensorPrimitives.Distance<double>(states[0], states[1]) > 0.2 * TensorPrimitives.Norm<double>(states[0]));
    }

    [Fact]
    public void They_stay_on_the_attractor()
    {
        double[] psi = TurbulentStates.All[2], q = TurbulentStates.Model.PotentialVorticity(psi);
        double[] later = TurbulentStates.Model.Run(q, 100);
        Assert.InRange(TensorPrimitives.Norm<double>(later) / TensorPrimitives.Norm<double>(q), 0.9, 1.1);
    }

    [Fact]
    public void The_caller_gets_copies()
    {
        TurbulentStates.All[0][0] = double.NaN;
        Assert.True(double.IsFinite(TurbulentStates.All[0][0]));
    }

    /// <summary>Writes the resource anew: run this test program with <c>--explicit only --filter-method *Writes_the_states*</c>.</summary>
    [Fact(Explicit = true)]
    public void Writes_the_states()
    {
        var states = TwoLayerSpinup.Snapshots(TurbulentStates.Model, seed: 0, spinup: 10_000, snapshots: 3, every: 400);
        string file = Repository.File("src", "Residuum.Discovery", "Models", "TwoLayer", TurbulentStates.File);
        NpyWriter.Write(file, states.SelectMany(psi => psi).ToArray(), states.Count, 2, Grid.Ny, Grid.Nx);
    }

    // Mean of u'², u' the departure from the zonal mean.
    private static double EddyEnergy(double[] velocity, int layer)
    {
        double sum = 0;
        foreach (double[] row in velocity.Skip(layer * Grid.Points).Take(Grid.Points).Chunk(Grid.Nx))
        {
            double mean = row.Average();
            sum += row.Sum(u => (u - mean) * (u - mean));
        }
        return sum / Grid.Points;
    }
}
