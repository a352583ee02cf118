using Residuum.Discovery.Regression;
using Residuum.Numerics.Errors;
using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Random;

namespace Residuum.Discovery.Tests.Regression;

public sealed class SelectionTests
{
    [Theory]
    [InlineData("cell-bic", 19)]
    [InlineData("row-bic", 19)]
    [InlineData("sequential-deletion", 16)]
    [InlineData("k-fold", 16)]
    [InlineData("corner", 16)]
    [InlineData("rvm", 19)]
    public void Rules_find_the_exact_support_of_independent_rows(string name, int atLeast)
    {
        ISelectionRule rule = SelectionRules.Create(name);
        int exact = 0;
        for (int seed = 0; seed < 20; seed++)
        {
            SparseFit fit = rule.Select(Problem(seed, [1, -0.7, 0.5], samples: 20));
            if (fit.Support.SequenceEqual([0, 1, 2])) exact++;
        }
        Assert.InRange(exact, atLeast, 20);
    }

    [Theory]
    [InlineData("cell-bic")]
    [InlineData("row-bic")]
    [InlineData("rvm")]
    public void Noise_alone_is_nothing_missing(string name) =>
        Assert.Empty(SelectionRules.Create(name).Select(Problem(1, [0, 0, 0], samples: 20)).Support);

    [Fact]
    public void Criterion_of_few_cells_keeps_fewer_terms_than_that_of_all_rows()
    {
        // A weak term that many independent rows show and few do not.
        GroupedEquations data = Problem(2, [1, 0, 0.02], samples: 40).Data;
        Assert.Contains(2, new CellBic().Select(new SelectionProblem(data)).Support);
        Assert.Equal([0], new CellBic().Select(new SelectionProblem(data, cells: 100)).Support);
    }

    [Fact]
    public void Held_out_errors_judge_each_sample_by_a_model_that_never_saw_it()
    {
        SelectionProblem problem = Problem(3, [1, -0.7, 0.5], samples: 10);
        HeldOutErrors held = problem.HeldOut;
        Assert.Equal(13, held.Errors.Length);
        int[] fold = [0, 5];
        var training = StandardizedEquations.From(problem.Data.Without(fold), Scaling.Centred);
        SparseFit three = training.Restore(BackwardPath.Of(training)[3].ToFit(1, Stop.Converged));
        foreach (int sample in fold)
            Assert.Equal(problem.Data[sample].ResidualSquare(three.Coefficients, three.Intercept) / 50, held.Errors[3][sample], 1e-12);
    }

    [Fact]
    public void Front_falls_with_every_term_and_its_models_are_nested()
    {
        ParetoFront front = ParetoFront.Of(Problem(4, [1, -0.7, 0.5], samples: 20));
        Assert.Equal(13, front.Points.Count);
        for (int terms = 1; terms < front.Points.Count; terms++)
        {
            Assert.True(front.Points[terms].RelativeResidual <= front.Points[terms - 1].RelativeResidual);
            Assert.Subset(front.Points[terms].Support.ToHashSet(), front.Points[terms - 1].Support.ToHashSet());
            Assert.Equal(terms, front.Points[terms].Terms);
        }
        Assert.Equal(1, front.Points[0].RelativeResidual, 1e-12);
    }

    [Fact]
    public void One_sample_can_not_be_held_out() =>
        Assert.Throws<UserError>(() => new SequentialDeletion().Select(Problem(5, [1, 0, 0], samples: 1)));

    [Fact]
    public void A_target_of_zero_selects_nothing()
    {
        var data = GroupedEquations.FromRows(new Matrix(4, 2, [1, 2, 3, 4, 5, 6, 7, 9]), [0, 0, 0, 0], rowsPerGroup: 2);
        Assert.All(SelectionRules.All, rule => Assert.Empty(rule.Select(new SelectionProblem(data)).Support));
        Assert.Empty(ParetoFront.Of(new SelectionProblem(data)).Points);
    }

    // Twelve columns, the first three true.
    private static SelectionProblem Problem(int seed, double[] c, int samples)
    {
        var random = new RandomStream(seed, "selection problem");
        var phi = new Matrix(50 * samples, 12);
        random.Normal(phi.Values);
        double[] y = [.. Enumerable.Range(0, phi.Rows).Select(r => Regression.Problem.Dot(phi.Row(r)[..3], c) + (0.2 * random.Normal()))];
        return new SelectionProblem(GroupedEquations.FromRows(phi, y, rowsPerGroup: 50));
    }
}
