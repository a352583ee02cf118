using System.Numerics.Tensors;
using Residuum.Discovery.Models;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Steppers;

namespace Residuum.Discovery.Tests.TwoLayer;

public sealed class TwoLayerSteppingTests
{
    private static readonly TwoLayerModel Model = TurbulentStates.Model;

    [Theory]
    [InlineData(TimeScheme.Leapfrog)]
    [InlineData(TimeScheme.Etdrk4)]
    [InlineData(TimeScheme.SemiImplicitEuler)]
    public void Bits_do_not_depend_on_the_threads(TimeScheme scheme)
    {
        double[] one = Run(scheme, 1), three = Run(scheme, 3);
        Assert.Equal(one, three);
        Assert.All(one, value => Assert.True(double.IsFinite(value)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_step_allocates_nothing(int threads)
    {
        double[] spectra = Start();
        var stepper = Model.Stepper(threads: threads);
        for (int step = 0; step < 20; step++) stepper.Step(spectra);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int step = 0; step < 100; step++) stepper.Step(spectra);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, threads == 1 ? 0 : 20_000); // the pool's queue grows a segment at a time
    }

    [Fact]
    public void An_ensemble_steps_each_member_as_if_it_were_alone()
    {
        double[][] members = [.. TurbulentStates.All.Select(psi => Model.PotentialVorticity(psi))];
        double[] together = Model.RunEnsemble([.. members.SelectMany(q => q)], 5);
        Assert.Equal([.. members.SelectMany(q => Model.Run(q, 5))], together);
        Assert.Throws<ArgumentException>(() => Model.RunEnsemble(new double[7], 1));
    }

    [Fact]
    public void A_run_that_overflows_says_so_and_names_the_member()
    {
        double[] calm = Model.PotentialVorticity(TurbulentStates.All[0]), wild = [.. calm.Select(q => 1e8 * q)];
        Assert.Contains("shorter step", Assert.Throws<NonFiniteException>(() => Model.Run(wild, 40)).Message);
        Assert.Contains("member 1", Assert.Throws<NonFiniteException>(() => Model.RunEnsemble([.. calm, .. wild], 40)).Message);
    }

    [Fact]
    public void The_linear_drag_of_an_acceleration_is_friction()
    {
        var rubbed = Model.With(Model.Parameters with { Friction = 0.3 });
        double[] q = Model.PotentialVorticity(TurbulentStates.All[0]);
        void Drag(double[] psi, Span<double> u, Span<double> v)
        {
            double[] uu = Model.Derivative(psi, 0, 1), vv = Model.Derivative(psi, 1, 0);
            for (int i = Model.Grid.Points; i < psi.Length; i++) (u[i], v[i]) = (u[i] + (0.23 * uu[i]), v[i] - (0.23 * vv[i])); // below only
        }

        double[] expected = rubbed.Tendency(q), found = Model.Tendency(q, Accelerations.Curl(Model.Grid, Drag));
        for (int i = 0; i < q.Length; i++) Assert.Equal(expected[i], found[i], 1e-6); // the shortest waves have no first derivative, but a Laplacian
        Assert.True(TensorPrimitives.Distance<double>(expected, Model.Tendency(q)) > 0.1);
    }

    [Fact]
    public void A_cancelled_ensemble_stops()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => Model.RunEnsemble(Model.PotentialVorticity(TurbulentStates.All[0]), 5, cancel: cancel.Token));
    }

    private static double[] Run(TimeScheme scheme, int threads)
    {
        double[] spectra = Start();
        var stepper = Model.Stepper(scheme, threads: threads);
        for (int step = 0; step < 4; step++) stepper.Step(spectra);
        return spectra;
    }

    private static double[] Start()
    {
        double[] spectra = new double[2 * Model.Transform.SpectrumSize];
        Model.Transform.Forward(Model.PotentialVorticity(TurbulentStates.All[0]), spectra);
        return spectra;
    }
}
