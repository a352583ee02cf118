using Residuum.Discovery.Interpolation;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Tests.Interpolation;

public sealed class InterpolationReportTests
{
    private static readonly PlaneGrid Grid = PlaneGrid.Periodic(16, 24, 2 * Math.PI, 3 * Math.PI);

    [Fact]
    public void Errors_are_those_of_waves_put_in_by_hand()
    {
        // Layer 1: 2 cos 3x + 0.1 cos 2y', error 0.02 cos 7x; layer 2: cos x, error 0.1 sin x.
        double[] truth = [.. Field((x, y) => (2 * Math.Cos(3 * x)) + (0.1 * Math.Cos(2 * y))), .. Field((x, _) => Math.Cos(x) + (0.3 * Math.Cos(5 * x)))];
        double[] found = [.. truth];
        double[] first = Field((x, _) => 0.02 * Math.Cos(7 * x)), second = Field((x, _) => 0.06 * Math.Sin(5 * x));
        for (int i = 0; i < Grid.Points; i++) (found[i], found[Grid.Points + i]) = (found[i] + first[i], found[Grid.Points + i] + second[i]);

        var errors = InterpolationErrors.Of(Grid, 2, new GridFields(Grid, found), truth);

        Assert.Equal(0.02 / Math.Sqrt(4 + 0.01), errors.StreamFunction[0], 12);
        Assert.Equal(0.06 / Math.Sqrt(1 + 0.09), errors.StreamFunction[1], 12);
        Assert.Equal(0.02 * 7 / Math.Sqrt((4 * 9) + (0.01 * Math.Pow(4 / 3.0, 2))), errors.Gradient[0], 12);
        Assert.Equal(0.06 * 25 / Math.Sqrt(1 + Math.Pow(0.3 * 25, 2)), errors.Laplacian[1], 12);
        Assert.Equal(Math.Pow(0.06 / 0.3, 2), errors.SmallScales[1], 10); // of both only wave 5 lies above half of 8
    }

    [Fact]
    public void Spectra_hold_the_mean_square_where_the_waves_are()
    {
        double[] fields = [.. Field((x, y) => 1 + (2 * Math.Cos(3 * x)) + Math.Sin(2 * y)), .. Field((_, _) => 0)];
        var spectra = FlowSpectra.Of(Grid, 2, fields);
        Assert.Equal(2, spectra[0].AlongX.Power[3], 12);
        Assert.Equal(1.5, spectra[0].AlongX.Power[0], 12);
        Assert.Equal(0.5, spectra[0].AlongY.Power[2], 12);
        Assert.Equal(3.5, spectra[0].Isotropic.Power.Sum(), 12);
        Assert.Equal(2, spectra[0].Isotropic.Power[Array.FindIndex(spectra[0].Isotropic.WaveNumbers, K => K == 3)], 12);
        Assert.All(spectra[1].Isotropic.Power, power => Assert.Equal(0, power));
    }

    [Fact]
    public void A_report_holds_what_is_known()
    {
        double[] truth = SyntheticFlow.Pairs(SyntheticFlow.Grid, 1, seed: 1);
        var sensors = SyntheticFlow.Mask(SyntheticFlow.Grid, 0.9, seed: 1);
        var fields = Interpolators.Create("polyharmonic:6").Fit(sensors, SyntheticFlow.Read(sensors, truth), seed: 0);
        var blind = InterpolationReport.Of("polyharmonic:6", sensors, 2, fields);
        var seeing = InterpolationReport.Of("polyharmonic:6", sensors, 2, fields, truth);
        Assert.Null(blind.Errors);
        Assert.Null(blind.TrueSpectra);
        Assert.InRange(seeing.Errors!.StreamFunction[0], 1e-9, 1e-3);
        Assert.Equal(0.9, seeing.Ratio, 2);
        Assert.Equal(seeing.TrueSpectra![1].AlongY.Power[1], seeing.Spectra[1].AlongY.Power[1], 3);
    }

    /// <summary>A field of x and of y scaled to wave numbers of the first harmonic.</summary>
    private static double[] Field(Func<double, double, double> f) =>
        [.. Enumerable.Range(0, Grid.Points).Select(i => f(Grid.X[i % Grid.Nx], 2 * Math.PI * Grid.Y[i / Grid.Nx] / Grid.LengthY))];
}
