using Residuum.Discovery.Assimilation;
using Residuum.Numerics.Errors;
using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Native;
using Residuum.Numerics.Random;

namespace Residuum.Discovery.Tests.Assimilation;

public sealed class AnalysisTests
{
    /// <summary>Members, size of the state, whether cells are missing, whether errors differ: both forms of the gain, with every operator.</summary>
    public static TheoryData<int, int, bool, bool> Shapes => new()
    {
        { 5, 12, false, false }, { 5, 12, false, true }, { 5, 12, true, false }, { 5, 12, true, true },
        { 40, 12, false, false }, { 40, 12, false, true }, { 40, 12, true, false }, { 40, 12, true, true },
        { 90, 80, false, false }, { 70, 80, true, true }, { 2, 3, false, false },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_virtual_mean_is_that_of_the_member_by_member_script(int members, int size, bool masked, bool uneven)
    {
        var (forecast, observation, sites) = Case(members, size, masked, uneven);
        double[,] K = PublishedScript.Gain(PublishedScript.Covariance(forecast), sites, observation.Deviations);
        var random = new RandomStream(7, "virtual");
        var observations = new Matrix(members, sites.Length);
        for (int k = 0; k < members; k++)
        {
            for (int j = 0; j < sites.Length; j++) observations[k, j] = observation.Values[j] + (observation.Deviations[j] * random.Normal());
        }
        double[] expected = PublishedScript.Mean(PublishedScript.Members(forecast, K, sites, observations));

        // u_a - mean = K (ȳ - mean): an observation of the mean ȳ gives the same analysis.
        var ofMean = new Observation(PublishedScript.Mean(observations), observation.Deviations, sites);
        AssertClose(expected, ((IAnalysis)new Etkf()).Mean(forecast, ofMean, random), 1e-10);

        // The whole published ensemble, from the same random numbers.
        Matrix ours = new VirtualObservations().Ensemble(forecast, observation, new RandomStream(7, "virtual"));
        AssertClose(expected, PublishedScript.Mean(ours), 1e-10);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_transform_filter_obeys_the_Kalman_formula_with_the_sample_covariance(int members, int size, bool masked, bool uneven)
    {
        var (forecast, observation, sites) = Case(members, size, masked, uneven);
        double[,] B = PublishedScript.Covariance(forecast), K = PublishedScript.Gain(B, sites, observation.Deviations);
        Matrix analysis = new Etkf().Ensemble(forecast, observation, new RandomStream(1, "unused"));

        AssertClose(KalmanMean(forecast, observation, sites, K), PublishedScript.Mean(analysis), 1e-10);
        double[,] P = PublishedScript.Covariance(analysis);
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                double expected = B[i, j];
                for (int o = 0; o < sites.Length; o++) expected -= K[i, o] * B[sites[o], j];
                Assert.Equal(expected, P[i, j], 1e-10);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_stochastic_filter_has_the_Kalman_mean_exactly(int members, int size, bool masked, bool uneven)
    {
        var (forecast, observation, sites) = Case(members, size, masked, uneven);
        IAnalysis filter = new StochasticEnKf();
        double[,] K = PublishedScript.Gain(PublishedScript.Covariance(forecast), sites, observation.Deviations);
        double[] expected = KalmanMean(forecast, observation, sites, K);
        AssertClose(expected, filter.Mean(forecast, observation, new RandomStream(1, "d")), 1e-10);
        AssertClose(expected, PublishedScript.Mean(filter.Ensemble(forecast, observation, new RandomStream(1, "d"))), 1e-10);
    }

    [Fact]
    public void The_stochastic_filter_nears_the_exact_Kalman_filter_as_one_over_root_N()
    {
        int[] sizes = [64, 256, 1024];
        double[] errors = [.. sizes.Select(Departure)];
        double slope = Math.Log(errors[2] / errors[0]) / Math.Log(16);
        Assert.InRange(slope, -0.6, -0.4);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(60)]
    public void A_perfect_observation_is_taken_and_a_useless_one_ignored(int members)
    {
        var (forecast, _, _) = Case(members, 5, false, false);
        double[] y = [1, 2, 3, 4, 5];
        foreach (IAnalysis filter in new IAnalysis[] { new Etkf(), new StochasticEnKf(), new VirtualObservations() })
        {
            AssertClose(y, filter.Mean(forecast, Observation.Full(y, 1e-7), new RandomStream(1, "d")), 1e-6);
            AssertClose(y, PublishedScript.Mean(filter.Ensemble(forecast, Observation.Full(y, 1e-7), new RandomStream(1, "d"))), 1e-5);
            AssertClose(PublishedScript.Mean(forecast), ((IAnalysis)new Etkf()).Mean(forecast, Observation.Full(y, 1e7), new RandomStream(1, "d")), 1e-9);
        }
    }

    [Fact]
    public void The_mean_of_virtual_observations_has_noise_sigma_over_root_N()
    {
        var observation = Observation.Full(new double[20_000], 0.5);
        double[] mean = new VirtualObservations().MeanObservation(observation, 100, new RandomStream(4, "virtual"));
        Assert.Equal(0.05, Math.Sqrt(mean.Average(x => x * x)), 0.001);
    }

    [Theory]
    [InlineData(150, 300)]
    [InlineData(600, 200)]
    public void Threads_do_not_change_a_bit(int members, int size)
    {
        var (forecast, observation, _) = Case(members, size, false, false);
        foreach (IAnalysis filter in new IAnalysis[] { new Etkf(), new StochasticEnKf(), new VirtualObservations() })
        {
            double[]? one = null, two = null;
            Mkl.WithThreads(1, () => one = filter.Mean(forecast, observation, new RandomStream(1, "d")));
            Mkl.WithThreads(2, () => two = filter.Mean(forecast, observation, new RandomStream(1, "d")));
            Assert.Equal(one, two);
        }
    }

    [Theory]
    [InlineData(260, 250, 2.0)] // conjugate gradients
    [InlineData(240, 250, 2.0)]
    [InlineData(240, 250, 0.05)] // which are given up here
    public void The_mean_without_a_factor_is_that_of_the_members(int members, int size, double deviation)
    {
        var (forecast, observation, _) = Case(members, size, false, false);
        var known = Observation.Full(observation.Values, deviation);
        IAnalysis filter = new Etkf();
        AssertClose(PublishedScript.Mean(filter.Ensemble(forecast, known, new RandomStream(1, "unused"))), filter.Mean(forecast, known, new RandomStream(1, "unused")), 1e-10);
    }

    [Fact]
    public void The_forecast_is_kept()
    {
        var (forecast, observation, _) = Case(6, 9, false, false);
        double[] before = (double[])forecast.Values.Clone();
        foreach (IAnalysis filter in new IAnalysis[] { new Etkf(), new StochasticEnKf(), new VirtualObservations() })
        {
            filter.Mean(forecast, observation, new RandomStream(1, "d"));
            filter.Ensemble(forecast, observation, new RandomStream(1, "d"));
            Assert.Equal(before, forecast.Values);
        }
    }

    [Fact]
    public void Missing_cells_are_left_out_and_an_unknown_error_is_refused()
    {
        var observation = Observation.Present([1, double.NaN, 3], [0.1, 0.2, 0.3]);
        Assert.Equal([1, 3], observation.Values);
        Assert.Equal([0.1, 0.3], observation.Deviations);
        Assert.Throws<UserError>(() => Observation.Full([1, 2], 0));
        Assert.Throws<NonFiniteException>(() => Observation.Full([1, double.NaN], 1));
        Assert.Throws<UserError>(() => ((IAnalysis)new Etkf()).Mean(new Matrix(1, 2), Observation.Full([1, 2], 1), new RandomStream(1, "d")));
    }

    /// <summary>Root mean square distance of the filter's mean from the exact Kalman mean, over 40 ensembles of a known Gaussian.</summary>
    private static double Departure(int members)
    {
        double[,] B = { { 1, 0.6, 0.2 }, { 0.6, 1, 0.6 }, { 0.2, 0.6, 1 } };
        double[] y = [1, -1, 0.5], deviations = [0.5, 0.5, 0.5];
        double[,] K = PublishedScript.Gain(B, [0, 1, 2], deviations);
        double[] exact = [.. Enumerable.Range(0, 3).Select(i => (K[i, 0] * y[0]) + (K[i, 1] * y[1]) + (K[i, 2] * y[2]))];
        double sum = 0;
        for (int seed = 0; seed < 40; seed++)
        {
            var ensemble = Draw(members, seed);
            double[] mean = PublishedScript.Mean(new StochasticEnKf().Ensemble(ensemble, new Observation(y, deviations), new RandomStream(seed, "d")));
            sum += mean.Zip(exact, (a, b) => (a - b) * (a - b)).Sum();
        }
        return Math.Sqrt(sum / 40);

        static Matrix Draw(int members, int seed)
        {
            var random = new RandomStream(seed, "prior", members);
            var ensemble = new Matrix(members, 3);
            for (int k = 0; k < members; k++)
            {
                // Cholesky factor of B.
                double a = random.Normal(), b = random.Normal(), c = random.Normal();
                (ensemble[k, 0], ensemble[k, 1], ensemble[k, 2]) = (a, (0.6 * a) + (0.8 * b), (0.2 * a) + (0.6 * b) + (Math.Sqrt(0.6) * c));
            }
            return ensemble;
        }
    }

    private static double[] KalmanMean(Matrix forecast, Observation observation, int[] sites, double[,] K)
    {
        double[] mean = PublishedScript.Mean(forecast);
        return [.. mean.Select((value, i) => value + Enumerable.Range(0, sites.Length).Sum(j => K[i, j] * (observation.Values[j] - mean[sites[j]])))];
    }

    private static (Matrix Forecast, Observation Observation, int[] Sites) Case(int members, int size, bool masked, bool uneven)
    {
        var random = new RandomStream(members, "case", size);
        var forecast = new Matrix(members, size);
        random.Normal(forecast.Values);
        for (int i = 0; i < forecast.Values.Length; i++) forecast.Values[i] += 3 + (forecast.Values[(i + 1) % forecast.Values.Length] / 2);
        int[] sites = [.. Enumerable.Range(0, size).Where(i => !masked || i % 3 != 1)];
        double[] values = [.. sites.Select(_ => 3 + random.Normal())];
        double[] deviations = [.. sites.Select(i => uneven ? 0.3 + (0.1 * (i % 4)) : 0.4)];
        return (forecast, masked ? new Observation(values, deviations, sites) : new Observation(values, deviations), sites);
    }

    private static void AssertClose(double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++) Assert.Equal(expected[i], actual[i], tolerance);
    }
}
