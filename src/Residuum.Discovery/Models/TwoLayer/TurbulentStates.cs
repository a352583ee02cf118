using Residuum.Data.Npy;

namespace Residuum.Discovery.Models;

/// <summary>Turbulent states of the two-layer model that come with the library, so that examples, tests and smoke studies need no spin-up.</summary>
/// <remarks>64 x 96 points, ν = 5e-5, all else as published; 10,000 leapfrog steps from noise of seed 0, then a snapshot every 400 steps (10 time units).
/// CONTRIBUTING.md says how they were written.</remarks>
public static class TurbulentStates
{
    internal const string File = "two-layer-64x96.npy";

    private static readonly Lazy<double[][]> States = new(Read);

    /// <summary>The model that they belong to.</summary>
    public static TwoLayerModel Model { get; } = new(TwoLayerModel.PublishedGrid(64, 96), new TwoLayerParameters { Hyperdiffusion = 5e-5 });

    /// <summary>Three states, ψ <c>[2, Ny, Nx]</c> each: copies.</summary>
    public static IReadOnlyList<double[]> All => [.. States.Value.Select(state => (double[])state.Clone())];

    private static double[][] Read()
    {
        using var resource = typeof(TurbulentStates).Assembly.GetManifestResourceStream(File)
            ?? throw new InvalidOperationException($"the library was built without {File}");
        byte[] bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        using var data = NpyReader.Parse(bytes, File);
        double[] values = data.Variables[0].Read();
        return [.. values.Chunk(2 * Model.Grid.Points)];
    }
}
