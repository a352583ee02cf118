using Residuum.Discovery.Observations;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Random;

namespace Residuum.Discovery.Tests.Observations;

public sealed class ObservationFuzzTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fuzz").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Damaged_observations_give_clean_errors_only()
    {
        string path = Path.Combine(_folder, "obs.nc");
        TestStates.Moving(Math.Sin, samples: 3, points: 16).Write(path, "test");
        byte[] good = File.ReadAllBytes(path);
        int header = good.AsSpan().LastIndexOf("dt"u8) + 200;
        int refused = 0;
        for (int round = 0; round < Effort.Rounds(10_000, 100_000); round++)
        {
            var random = new RandomStream(1, "fuzz", round);
            byte[] bytes = [.. good];
            for (int i = 0; i <= random.Integer(3); i++)
                bytes[random.Integer(random.Integer(2) == 0 ? Math.Min(header, bytes.Length) : bytes.Length)] = (byte)random.Integer(random.Integer(2) == 0 ? 4 : 256);
            File.WriteAllBytes(path, random.Integer(8) == 0 ? bytes[..random.Integer(bytes.Length)] : bytes);
            try
            {
                var set = ObservationSet.Open(path);
                Assert.All(set.States, batch => Assert.Equal(set.Samples, batch.Members));
                Assert.All(set.TimeSteps, step => Assert.True(step > 0 && double.IsFinite(step)));
                Assert.True(set.Layout.Length > 0 && double.IsFinite(set.Layout.Length));
                Assert.All(set.States, batch => Assert.All(batch.Values, value => Assert.True(double.IsFinite(value))));
            }
            catch (UserError error)
            {
                Assert.DoesNotContain('\n', error.Message);
                refused++;
            }
        }
        Assert.InRange(refused, 40, 400_000);
    }

    [Theory]
    [InlineData("")]
    [InlineData("sample,t,x,u\n")]
    [InlineData("sample,t,x,u\n0,0,0,1\n")]
    [InlineData("sample,t,x,u\n0,0,0,1\n0,1,0,1\n0,0,1,1\n")]
    [InlineData("t,x\n0,0\n")]
    [InlineData("t,x,u\n0,0,1\n0,1,nan\n0,2,inf\n0,3,1\n")]
    [InlineData("t,x,u\n0,nan,1\n1,1,1\n")]
    [InlineData("t,x,u\n0,0,1\n0,1,1\n0,2,1\n0,1e300,1\n")]
    public void Tables_without_samples_are_refused(string text)
    {
        string path = Path.Combine(_folder, "obs.csv");
        File.WriteAllText(path, text);
        Assert.DoesNotContain('\n', Assert.ThrowsAny<UserError>(() => ObservationSet.Open(path)).Message);
    }
}
