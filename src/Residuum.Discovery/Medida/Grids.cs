using Residuum.Discovery.Models;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery;

/// <summary>The grid that a solver's states live on.</summary>
internal static class Grids
{
    public static FourierGrid Of(ISolver model) =>
        (model as PeriodicSolver)?.Grid ?? FourierGrid.Periodic(model.Layout.Length, model.Layout.Points);
}
