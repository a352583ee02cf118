using CsCheck;
using Residuum.Discovery.Assimilation;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Errors;
using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Random;

namespace Residuum.Discovery.Tests.Assimilation;

public sealed class EnsembleTests
{
    [Fact]
    public void Rotation_keeps_mean_and_covariance_and_moves_the_members() =>
        Gen.Select(Gen.Int[2, 12], Gen.Int[1, 6], Gen.Int[0, 1000]).Sample((members, size, seed) =>
        {
            var random = new RandomStream(seed, "rotation");
            var anomalies = new Matrix(members, size);
            random.Normal(anomalies.Values);
            EnsembleMoments.Centre(anomalies);
            var rotated = anomalies.Copy();
            MeanPreservingRotation.Apply(rotated, random);
            Assert.All(PublishedScript.Mean(rotated), mean => Assert.Equal(0, mean, 1e-13));
            double[,] before = PublishedScript.Covariance(anomalies), after = PublishedScript.Covariance(rotated);
            for (int i = 0; i < size; i++) Assert.Equal(before[i, 0], after[i, 0], 1e-12);
            if (members > 3) Assert.NotEqual(anomalies[0, 0], rotated[0, 0], 1e-6);
        }, iter: 100);

    [Fact]
    public void A_rotation_has_no_preferred_direction()
    {
        // One member's anomaly, rotated: each other member then holds its share of the variance, on average.
        var share = new double[5];
        for (int seed = 0; seed < 2000; seed++)
        {
            var anomalies = new Matrix(5, 1, [0.8, -0.2, -0.2, -0.2, -0.2]);
            MeanPreservingRotation.Apply(anomalies, new RandomStream(seed, "rotation"));
            for (int k = 0; k < 5; k++) share[k] += anomalies[k, 0] * anomalies[k, 0] / 2000;
        }
        Assert.All(share, value => Assert.InRange(value, 0.8 / 5 * 0.9, 0.8 / 5 * 1.1));
    }

    [Fact]
    public void Moments_are_those_of_the_definition_at_every_size()
    {
        foreach (var (members, size) in new[] { (3, 2), (300, 1100) })
        {
            var ensemble = new Matrix(members, size);
            new RandomStream(1, "moments").Normal(ensemble.Values);
            double[] expected = PublishedScript.Mean(ensemble), mean = EnsembleMoments.Mean(ensemble);
            for (int i = 0; i < size; i++) Assert.Equal(expected[i], mean[i], 1e-14);
            var anomalies = ensemble.Copy();
            Assert.Equal(mean, EnsembleMoments.Centre(anomalies));
            Assert.Equal(ensemble[members - 1, size - 1] - mean[size - 1], anomalies[members - 1, size - 1]);
        }
    }

    [Fact]
    public void Perturbations_have_the_variance_asked_for_and_the_shape_named()
    {
        var layout = new StateLayout(["u"], 64, 2 * Math.PI);
        var centre = new double[64];
        var climate = new StateBatch(layout, 50);
        for (int member = 0; member < 50; member++)
        {
            for (int i = 0; i < 64; i++) climate.State(member)[i] = 1 + Math.Sin((2 * Math.PI * i / 64) + member);
        }
        PriorPerturbation[] priors =
        [
            PriorPerturbation.White(0.25), PriorPerturbation.BandLimited(0.25, layout, cutoff: 5.5), PriorPerturbation.Climatological(0.25, climate),
        ];
        double[] powerAbove = [.. priors.Select(prior =>
        {
            var members = prior.Around(centre, layout, 3000, seed: 5, sample: 0);
            double variance = members.Values.Average(value => value * value);
            Assert.Equal(0.25, Math.Sqrt(variance), 0.25 * 0.04);
            return PowerAtMode(members, 6) / variance;
        })];
        Assert.InRange(powerAbove[0], 0.025, 0.038); // one of 32 modes
        Assert.InRange(powerAbove[1], 0, 1e-25);
        Assert.InRange(powerAbove[2], 0, 1e-25); // the climate holds mode 1 only
    }

    [Fact]
    public void A_member_is_the_same_in_a_larger_ensemble_and_another_in_another_sample()
    {
        var layout = new StateLayout(["u"], 8, 1);
        double[] centre = [1, 2, 3, 4, 5, 6, 7, 8];
        StateBatch Draw(int members, int sample) => PriorPerturbation.White(0.1).Around(centre, layout, members, 3, sample);
        Assert.Equal(Draw(3, 0).State(2).ToArray(), Draw(100, 0).State(2).ToArray());
        Assert.NotEqual(Draw(3, 0).State(2).ToArray(), Draw(3, 1).State(2).ToArray());
    }

    [Fact]
    public void Failed_members_leave_or_are_drawn_anew_and_are_named()
    {
        var layout = new StateLayout(["u"], 2, 1);
        StateBatch States() => new(layout, 6, [1, 2, double.NaN, double.NaN, 3, 4, 2, 2, 1e30, 1, 2, 3]);
        var forecast = new Forecast(States(), [new MemberFailure(1, "exit code 3")]);
        var random = new RandomStream(1, "new members");

        Matrix dropped = Survivors.Of(forecast, FailedMembers.Drop, random, out var failures);
        Assert.Equal([1, 4], failures.Select(failure => failure.Member));
        Assert.Equal("exit code 3", failures[0].Reason);
        Assert.Equal([1, 2, 3, 4, 2, 2, 2, 3], dropped.Values);

        Matrix redrawn = Survivors.Of(new Forecast(States(), []), FailedMembers.Resample, random, out failures);
        Assert.Equal(6, redrawn.Rows);
        Assert.All(redrawn.Values, value => Assert.InRange(value, -20, 20));
        Assert.Equal([3, 4], redrawn.Row(2).ToArray());
    }

    [Fact]
    public void One_survivor_is_too_few()
    {
        var states = new StateBatch(new StateLayout(["u"], 1, 1), 3, [double.NaN, 2, double.NaN]);
        var error = Assert.Throws<UserError>(() => Survivors.Of(new Forecast(states, []), FailedMembers.Drop, new RandomStream(1, "d"), out _));
        Assert.Contains("2 of 3 members failed", error.Message);
    }

    [Fact]
    public void New_members_follow_the_covariance_of_the_survivors()
    {
        var states = new StateBatch(new StateLayout(["u"], 2, 1), 2000);
        var random = new RandomStream(2, "survivors");
        for (int k = 0; k < 2000; k++)
        {
            double a = random.Normal();
            states.State(k)[0] = k % 2 == 0 ? a : double.NaN;
            states.State(k)[1] = k % 2 == 0 ? a + (0.5 * random.Normal()) : double.NaN;
        }
        Matrix all = Survivors.Of(new Forecast(states, []), FailedMembers.Resample, random, out _);
        var fresh = new Matrix(1000, 2);
        for (int k = 0; k < 1000; k++) all.Row((2 * k) + 1).CopyTo(fresh.Row(k));
        double[,] P = PublishedScript.Covariance(fresh);
        Assert.InRange(P[0, 0], 0.8, 1.2);
        Assert.InRange(P[0, 1], 0.8, 1.2);
        Assert.InRange(P[1, 1], 1, 1.5);
    }

    /// <summary>Mean square amplitude of one Fourier mode, as a share of the mean square: 1 for a single wave.</summary>
    private static double PowerAtMode(StateBatch states, int mode)
    {
        int n = states.Layout.Points;
        double sum = 0;
        for (int member = 0; member < states.Members; member++)
        {
            double cos = 0, sin = 0;
            for (int i = 0; i < n; i++)
            {
                cos += states.State(member)[i] * Math.Cos(2 * Math.PI * mode * i / n);
                sin += states.State(member)[i] * Math.Sin(2 * Math.PI * mode * i / n);
            }
            sum += 2 * ((cos * cos) + (sin * sin)) / ((double)n * n);
        }
        return sum / states.Members;
    }
}
