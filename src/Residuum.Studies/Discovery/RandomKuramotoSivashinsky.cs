using Residuum.Discovery.Assimilation;
using Residuum.Discovery.Libraries;
using Residuum.Discovery.Models;
using Residuum.Discovery.Observations;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Random;
using Residuum.Numerics.Steppers;
using Residuum.Numerics.Transforms;

namespace Residuum.Studies.Discovery;

/// <summary>A system of the Kuramoto-Sivashinsky family drawn at random, and a model of it with one or two errors.</summary>
/// <remarks>Coefficients, length, resolution and errors are drawn; only u_xxx and u² u_x, which the truth may have, and the three terms of
/// the equation can be wrong: removed, halved or doubled, or off by 0.1 to 0.6 (u_xxx) or 0.05 to 0.15 (u² u_x).</remarks>
/// <param name="Truth">The true system.</param>
/// <param name="Model">The imperfect one.</param>
/// <param name="Missing">Names of the terms that are wrong.</param>
internal sealed record RandomKuramotoSivashinsky(KuramotoSivashinsky Truth, KuramotoSivashinsky Model, IReadOnlySet<string> Missing)
{
    private const double Step = 5e-3;

    /// <summary>Draws a system.</summary>
    public static RandomKuramotoSivashinsky Draw(int seed, int index)
    {
        var random = new RandomStream(seed, "random system", index);
        double Between(double low, double high) => low + ((high - low) * random.Uniform());
        double length = Between(60, 140);
        var grid = FourierGrid.Periodic(length, 2 * (int)Math.Round(length * Between(2.2, 3.2) / 2));
        var truth = new KuramotoSivashinsky(grid)
        {
            Advection = Between(0.7, 1.3),
            Diffusion = Between(0.8, 1.3),
            HyperDiffusion = Between(0.7, 1.3),
            Dispersion = random.Uniform() < 0.4 ? Between(-0.6, 0.6) : 0,
        };
        var (model, missing) = (truth, new HashSet<string>());
        for (int error = random.Integer(2); error >= 0; error--)
        {
            double factor = new[] { 0, 0.5, 2 }[random.Integer(3)], sign = random.Uniform() < 0.5 ? -1 : 1;
            (model, string name) = random.Integer(5) switch
            {
                0 => (model with { Advection = truth.Advection * factor }, "u u_x"),
                1 => (model with { Diffusion = truth.Diffusion * factor }, "u_xx"),
                2 => (model with { HyperDiffusion = truth.HyperDiffusion * factor }, "u_xxxx"),
                3 => (model with { Dispersion = truth.Dispersion + (sign * Between(0.1, 0.6)) }, "u_xxx"),
                _ => (model with { Extra = [new(Term.Parse("u^2*u_x", truth.Fields), sign * Between(0.05, 0.15))] }, "u^2 u_x"),
            };
            missing.Add(name);
        }
        return new RandomKuramotoSivashinsky(truth, model, missing);
    }

    /// <summary>The model, and 100 observations of the truth: triples for one CNAB step where they are clean, else pairs for many steps.</summary>
    public (ISolver Model, ObservationSet Data) Observe(double noise, CancellationToken cancel)
    {
        var truth = Truth.With(TimeScheme.Etdrk4, Step);
        var start = new StateBatch(truth.Layout, 1, Truth.InitialState(7));
        var clean = new TwinSettings { Samples = 100, Lags = 2, Lag = 0.005, Every = 2, SpinUp = 100 };
        return noise == 0
            ? (Model.With(TimeScheme.Cnab2), TwinExperiment.Observe(truth, start, clean, Truth.With(TimeScheme.Etdrk4, Step / 5), cancel).Noisy)
            : (Model.With(TimeScheme.Etdrk4, Step), TwinExperiment.Observe(truth, start, clean with { Lags = 1, Lag = 0.1, Noise = noise }, cancel: cancel).Noisy);
    }
}
