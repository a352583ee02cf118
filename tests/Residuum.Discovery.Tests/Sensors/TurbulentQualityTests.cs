using Residuum.Discovery.Models;
using Residuum.Discovery.Sensors;
using Residuum.Discovery.Sensors.Layered;

namespace Residuum.Discovery.Tests.Sensors;

public sealed class TurbulentQualityTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("all", 0, 3)]
    [InlineData("random:0.95", .01, 3)]
    [InlineData("random:0.75", 0, 3)]
    [InlineData("random:0.5", .01, 3)]
    [InlineData("random:0.25", 0, 3)]
    [InlineData("random:0.25", .01, 3)]
    [InlineData("stride:4", 0, 3)]
    [InlineData("tracks:8", 0, 2)]
    [InlineData("tracks:6,spacing=0.7", 0, 2)]
    [InlineData("moorings:200", 0, 2)] // a sensor with all its neighbours on one side is not judged
    [InlineData("moorings:200,clusters=5,scattered", 0, 1)]
    [InlineData("moorings:100,scattered", .01, 2)]
    public void Turbulence_passes_quality_control_and_faults_do_not(string sensors, double noise, int found)
    {
        var twin = LayeredTwin.Observe(TurbulentStates.Model, TurbulentStates.All, new LayeredTwinSettings { Sensors = sensors, Noise = noise, Seed = 4 });
        var clean = Read(twin.Noisy);
        Assert.Empty(clean.Notes);
        Assert.Empty(clean.Quality.Dropped);
        Assert.Equal(3, clean.Pairs);

        var group = twin.Noisy.Groups[0];
        double deviation = SensorNoise.Deviations(group.Values)[0];
        int faults = 0;
        for (int i = 1; i <= 3; i++)
        {
            ref double reading = ref group.Values.Field(3, 0)[group.Sensors.Count * i / 4];
            double kept = reading;
            reading += 5 * deviation;
            var notes = Read(twin.Noisy).Notes;
            reading = kept;
            Assert.All(notes, note => Assert.Contains("pair 1: a spike in layer 1", note, StringComparison.Ordinal));
            faults += notes.Count;
        }
        Assert.InRange(faults, found, 3);
    }

    private LayeredObservations Read(LayeredObservations observations)
    {
        observations.Write(_folder.File("pairs.nc"));
        return LayeredObservations.Open(_folder.File("pairs.nc"));
    }
}
