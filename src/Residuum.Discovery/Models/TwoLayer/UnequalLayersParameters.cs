using Residuum.Numerics.Options;

namespace Residuum.Discovery.Models;

/// <summary>Coefficients of two layers of unequal depth below a mean shear, in metres and seconds.</summary>
public sealed record UnequalLayersParameters
{
    /// <summary>β, gradient of the planetary vorticity.</summary>
    [Option("Gradient of the planetary vorticity.", Unit = "1/(m s)", Source = "pyqg, QGModel: 1.5e-11")]
    public double Beta { get; init => field = Require.Finite(value); } = 1.5e-11;

    /// <summary>r_d, the first deformation radius: F_1 + F_2 = 1/r_d².</summary>
    [Option("Deformation radius.", Range = "(0, inf)", Unit = "m", Source = "pyqg, QGModel: 15000")]
    public double DeformationRadius { get; init => field = Require.Declared(this, value); } = 15_000;

    /// <summary>δ = H_1/H_2, depth of the upper layer over that of the lower.</summary>
    [Option("Depth of the upper layer over that of the lower.", Range = "(0, inf)", Source = "pyqg, QGModel: 0.25")]
    public double ThicknessRatio { get; init => field = Require.Declared(this, value); } = 0.25;

    /// <summary>U_1, mean velocity of the upper layer.</summary>
    [Option("Mean velocity of the upper layer along x.", Unit = "m/s", Source = "pyqg, QGModel: 0.025")]
    public double UpperVelocity { get; init => field = Require.Finite(value); } = 0.025;

    /// <summary>U_2, mean velocity of the lower layer.</summary>
    [Option("Mean velocity of the lower layer along x.", Unit = "m/s", Source = "pyqg, QGModel: 0")]
    public double LowerVelocity { get; init => field = Require.Finite(value); }

    /// <summary>r_ek, rate of the drag on the lower layer's flow.</summary>
    [Option("Rate of the bottom drag.", Range = "[0, inf)", Unit = "1/s", Source = "pyqg, QGModel: 5.787e-7, a time of 20 days")]
    public double BottomDrag { get; init => field = Require.Declared(this, value); } = 5.787e-7;

    /// <summary>Factor of the exponential cut-off filter; 0 for none.</summary>
    [Option("Factor of the exponential cut-off filter; 0 for none.", Range = "[0, inf)", Source = "pyqg, QGModel: 23.6; 18.4 in its reference test")]
    public double FilterFactor { get; init => field = Require.Declared(this, value); } = 23.6;

    /// <summary>Δt.</summary>
    [Option("Time step.", Range = "(0, inf)", Unit = "s", Source = "pyqg, QGModel: 7200")]
    public double TimeStep { get; init => field = Require.Declared(this, value); } = 7200;

    /// <summary>F_1 = 1/(r_d² (1 + δ)), the stretching of the upper layer.</summary>
    public double UpperStretching => 1 / (DeformationRadius * DeformationRadius * (1 + ThicknessRatio));

    /// <summary>F_2 = δ F_1, the stretching of the lower layer.</summary>
    public double LowerStretching => ThicknessRatio * UpperStretching;

    /// <summary>Mean gradient of the upper layer's potential vorticity, β + F_1 (U_1 - U_2): not β alone where there is a shear.</summary>
    public double UpperGradient => Beta + (UpperStretching * (UpperVelocity - LowerVelocity));

    /// <summary>Mean gradient of the lower layer's potential vorticity, β - F_2 (U_1 - U_2).</summary>
    public double LowerGradient => Beta - (LowerStretching * (UpperVelocity - LowerVelocity));
}
