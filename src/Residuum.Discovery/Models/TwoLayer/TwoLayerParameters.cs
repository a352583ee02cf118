using Residuum.Numerics.Options;

namespace Residuum.Discovery.Models;

/// <summary>Coefficients of the two-layer quasi-geostrophic model, in units of the deformation radius L_d and of an eddy's time T.</summary>
public sealed record TwoLayerParameters
{
    /// <summary>β, gradient of the planetary vorticity.</summary>
    [Option("Gradient of the planetary vorticity.", Unit = "1/(length time)", Source = "medida-qg, The two-layer model")]
    public double Beta { get; init => field = Require.Finite(value); } = 0.196;

    /// <summary>τ_d1, rate at which ψ_1 - ψ_2 is relaxed to zero.</summary>
    [Option("Rate at which the difference of the stream functions is relaxed.", Unit = "1/time", Source = "medida-qg, The two-layer model")]
    public double RelaxationRate { get; init => field = Require.Finite(value); } = 0.01;

    /// <summary>τ_d2, rate at which the equilibrium jet ψ_R is forced; equal to <see cref="RelaxationRate"/> where ψ_1 - ψ_2 is relaxed to ψ_R.</summary>
    [Option("Rate at which the equilibrium jet is forced; that of the relaxation, unless the jet is wrong.", Unit = "1/time", Source = "medida-qg, The two-layer model")]
    public double JetRelaxationRate { get; init => field = Require.Finite(value); } = 0.01;

    /// <summary>τ_f, rate of bottom friction.</summary>
    [Option("Rate of the bottom friction, in the lower layer.", Unit = "1/time", Source = "medida-qg, The two-layer model")]
    public double Friction { get; init => field = Require.Finite(value); } = 0.07;

    /// <summary>Factor of the Jacobians: 1, unless advection is wrong.</summary>
    [Option("Factor of the Jacobians.", Source = "medida-qg, Model-error cases: 1, and .5 and 0 in two cases")]
    public double JacobianFactor { get; init => field = Require.Finite(value); } = 1;

    /// <summary>ν of the hyperdiffusion -ν (∂_x⁸ + ∂_y⁸) q.</summary>
    [Option("Hyperdiffusion; its symbol is k^8 + l^8.", Range = "[0, inf)", Unit = "length8/time", Source = "medida-qg, The two-layer model: 1e-6 on 96 x 192; 5e-5 on 64 x 96")]
    public double Hyperdiffusion { get; init => field = Require.Declared(this, value); } = 1e-6;

    /// <summary>σ, width of the equilibrium jet and of the sponge.</summary>
    [Option("Width of the equilibrium jet and of the sponge.", Range = "(0, inf)", Unit = "length", Source = "medida-qg, The two-layer model")]
    public double JetWidth { get; init => field = Require.Declared(this, value); } = 3.5;

    /// <summary>Strength of the sponge s(y) at the edges in y; 0 for none.</summary>
    [Option("Strength of the sponge at the edges in y; 0 for none.", Range = "[0, inf)", Unit = "1/time", Source = "medida-qg, The two-layer model: 1")]
    public double Sponge { get; init => field = Require.Declared(this, value); } = 1;

    /// <summary>Heights of the hills that stand at <see cref="Topography.Places"/>, in the lower layer; empty for a flat bottom.</summary>
    [Option("Heights of the four Gaussian hills in the lower layer; none for a flat bottom.", Unit = "1/time", Source = "medida-qg, Model-error cases: 20 each in B, 20, 10, 15, 5 in the model of C")]
    public IReadOnlyList<double> Hills { get; init => field = Topography.Check(value); } = [];

    /// <summary>dt.</summary>
    [Option("Time step.", Range = "(0, inf)", Unit = "time", Source = "medida-qg, The two-layer model")]
    public double TimeStep { get; init => field = Require.Declared(this, value); } = 0.025;

    /// <summary>γ of the Robert-Asselin filter.</summary>
    [Option("Coefficient of the Robert-Asselin filter of the leapfrog.", Range = "[0, 1)", Source = "medida-qg, The two-layer model")]
    public double RobertAsselin { get; init => field = Require.Declared(this, value); } = 0.04;
}
