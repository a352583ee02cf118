using Residuum.Discovery.Models;
using Residuum.Experiments.Studies;

namespace Residuum.Studies.Discovery;

/// <summary>What theory says of the model itself.</summary>
public sealed partial class MedidaQgStudy
{
    /// <summary>Rossby waves: ω = -βk/(K² + F), F = 0 where both layers move alike and 2 where they move against each other.</summary>
    private void RossbyWaves(StudyContext run)
    {
        const int steps = 40, waveX = 2, waveY = 1;
        var calm = Model.With(new TwoLayerParameters { RelaxationRate = 0, JetRelaxationRate = 0, Friction = 0, Sponge = 0, Hyperdiffusion = 0 });
        double k = calm.Grid.WaveNumbersX[waveX], l = calm.Grid.WaveNumbersY[waveY];
        foreach (var (name, sign, stretching) in new[] { ("barotropic", 1, 0.0), ("baroclinic", -1, 2.0) })
        {
            double[] wave = [.. Enumerable.Range(0, 2 * calm.Grid.Points).Select(i =>
                (i < calm.Grid.Points ? 1e-6 : 1e-6 * sign) * Math.Cos((k * calm.Grid.X[i % calm.Grid.Nx]) + (l * calm.Grid.Y[i / calm.Grid.Nx % calm.Grid.Ny])))];
            double[] after = calm.StreamFunction(_march(calm, calm.PotentialVorticity(wave), steps));
            double time = steps * calm.Parameters.TimeStep, expected = -calm.Parameters.Beta * k / ((k * k) + (l * l) + stretching);
            run.Gate($"Rossby wave, {name}: frequency over that of theory", Phase(calm, after, k, l) / time / expected, Is.Between(1 - 1e-6, 1 + 1e-6));
        }
    }

    /// <summary>θ of cos(kx + ly - θ) in the upper layer.</summary>
    private static double Phase(TwoLayerModel model, double[] psi, double k, double l)
    {
        double cosine = 0, sine = 0;
        for (int i = 0; i < model.Grid.Points; i++)
        {
            double angle = (k * model.Grid.X[i % model.Grid.Nx]) + (l * model.Grid.Y[i / model.Grid.Nx]);
            cosine += psi[i] * Math.Cos(angle);
            sine += psi[i] * Math.Sin(angle);
        }
        return Math.Atan2(sine, cosine);
    }
}
