using Residuum.Discovery.Models;
using Residuum.Discovery.Sensors;
using Residuum.Numerics.Errors;
using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.TwoLayer;

/// <summary>Regression in the space of the observations: innovations y - H ψ_m against the response H ψ[φ] Δt of every term, so that the
/// target is not interpolated at all (medida-qg, What to do when there is more than a pair). Both layers' terms stand side by side, as the
/// inversion of potential vorticity couples the layers: columns 0..q-1 act on the upper layer, q..2q-1 on the lower.</summary>
internal sealed class ObservationEquations(TwoLayerModel model, TwoLayerEquations terms, PlaneCut cut)
{
    /// <summary>Rows of all groups; innovations per unit of time, both layers.</summary>
    /// <param name="groups">Readings.</param>
    /// <param name="pairs">Interpolated states and forecasts, in the order of the groups.</param>
    public BlockedRows Form(IReadOnlyList<SensorGroup> groups, IReadOnlyList<FlowPair> pairs)
    {
        var parts = new List<(int[] Places, SensorGroup Group, int Pair)>();
        foreach (var group in groups) parts.AddRange(Enumerable.Range(0, group.Pairs).Select(pair => (Inside(group), group, pair)));
        int[] first = new int[parts.Count + 1];
        for (int part = 0; part < parts.Count; part++) first[part + 1] = first[part] + (2 * parts[part].Places.Length);
        var phi = new Matrix(first[^1], 2 * terms.Library.Terms.Count);
        var target = new double[phi.Rows];
        var (starts, pairOfBlock) = (new List<int>(), new List<int>());
        for (int part = 0; part < parts.Count; part++)
        {
            var (places, group, pair) = parts[part];
            int[] order = Ordered(places, group, start => { starts.Add(first[part] + (2 * start)); pairOfBlock.Add(part); });
            Fill(phi, target, first[part], order, group, pair, pairs[part]);
        }
        return new BlockedRows(phi, target, [.. starts], [.. pairOfBlock]);
    }

    private void Fill(Matrix phi, double[] target, int first, int[] order, SensorGroup group, int pair, FlowPair flow)
    {
        int points = model.Grid.Points, q = terms.Library.Terms.Count;
        int[] places = group.Sensors.GridIndices!;
        for (int layer = 0; layer < 2; layer++)
        {
            var readings = group.Values.Field((2 * pair) + 1, layer);
            for (int i = 0; i < order.Length; i++)
                target[first + (2 * i) + layer] = (readings[order[i]] - flow.Predicted[(layer * points) + places[order[i]]]) / flow.Interval;
        }
        double[][] columns = terms.Terms(flow);
        Parallel.For(0, 2 * q, column =>
        {
            var vorticity = new double[2 * points];
            columns[column % q].CopyTo(vorticity, column / q * points);
            double[] response = model.StreamFunction(vorticity);
            for (int i = 0; i < order.Length; i++)
            {
                for (int layer = 0; layer < 2; layer++) phi[first + (2 * i) + layer, column] = response[(layer * points) + places[order[i]]];
            }
        });
    }

    /// <summary>Sensors inside the cut.</summary>
    private int[] Inside(SensorGroup group)
    {
        if (group.Sensors.GridIndices is not { } places)
            throw new UserError("the regression in the space of the observations needs sensors on grid points", "method.space", "sensors between grid points", remedy: "take the space of states");
        return [.. Enumerable.Range(0, places.Length).Where(i => cut.Contains(places[i]))];
    }

    /// <summary>The sensors tile by tile.</summary>
    private int[] Ordered(int[] sensors, SensorGroup group, Action<int> tileStarts)
    {
        int[] places = group.Sensors.GridIndices!;
        const int Side = TwoLayerEquations.TileSize;
        int across = (model.Grid.Nx / Side) + 1;
        var order = new List<int>(sensors.Length);
        foreach (var tile in sensors.GroupBy(i => (places[i] / model.Grid.Nx / Side * across) + (places[i] % model.Grid.Nx / Side)).OrderBy(tile => tile.Key))
        {
            tileStarts(order.Count);
            order.AddRange(tile);
        }
        return [.. order];
    }
}
