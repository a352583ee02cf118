using System.Diagnostics;
using Residuum.Discovery.Observations;

namespace Residuum.Discovery.Tests.Observations;

/// <summary>Observation files meet the field's own tools.</summary>
[Trait("Needs", "python")]
public sealed class ForeignReaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("foreign").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Xarray_reads_what_is_written_and_what_it_writes_is_read()
    {
        string ours = Path.Combine(_folder, "ours.nc"), theirs = Path.Combine(_folder, "theirs.nc"), theirs4 = Path.Combine(_folder, "theirs-4.nc");
        var set = TestStates.Moving(x => Math.Sin(x) + Math.Cos(2 * x), samples: 4, noise: 0.01);
        var described = new ObservationSet(set.States, set.TimeSteps, new ObservationMetadata { TimeUnit = "s", LengthUnit = "m", FieldUnits = ["m s-1"], NoiseStandardDeviations = [0.01], Seed = 7 }, [10, 20, 30, 40]);
        described.Write(ours, "written by a test");

        Python($"""
            import numpy as np, xarray
            data = xarray.open_dataset({Quote(ours)}, decode_times=False)
            assert data.u.dims == ("sample", "lag", "x") and data.u.shape == (4, 2, 128), data.u
            assert (data.u.attrs["units"], data.u.attrs["noise_standard_deviation"], data.attrs["seed"]) == ("m s-1", 0.01, 7)
            assert np.allclose(data.time.values[:, 1], [10, 20, 30, 40]) and (data.dt == 0.1).all() and data.attrs["Conventions"] == "CF-1.8"
            assert data.x.attrs["units"] == "m" and abs(float(data.x[1]) - 2 * np.pi / 128) < 1e-15
            data = data.drop_vars("dt").assign(u=(data.u * 100).assign_attrs(units="cm/s"), time=(data.time / 3600).assign_attrs(units="hours since 2000-01-01"))
            data.to_netcdf({Quote(theirs)}, format="NETCDF3_CLASSIC")
            data.to_netcdf({Quote(theirs4)}, format="NETCDF4", unlimited_dims=["sample"], encoding=dict(u=dict(zlib=True, chunksizes=(2, 2, 64))))
            """);
        foreach (string path in new[] { theirs, theirs4 })
        {
            var back = ObservationSet.Open(path, new ObservationOptions { TimeUnit = "s", Units = ["m s-1"] });
            Assert.Equal(set.Ends.Values, back.Ends.Values, (a, b) => Math.Abs(a - b) < 1e-14);
            Assert.All(back.TimeSteps, step => Assert.Equal(0.1, step, 1e-9));
            Assert.Equal("m", back.Metadata.LengthUnit);
        }
    }

    private static string Quote(string path) => System.Text.Json.JsonSerializer.Serialize(path);

    private static void Python(string program)
    {
        using var run = Process.Start(new ProcessStartInfo(Needs.PythonModule("xarray"), ["-c", program]) { RedirectStandardError = true })!;
        string errors = run.StandardError.ReadToEnd();
        run.WaitForExit();
        Assert.True(run.ExitCode == 0, errors);
    }
}
