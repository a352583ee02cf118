using Residuum.Discovery.Libraries;
using Residuum.Discovery.Observations;
using Residuum.Discovery.Regression;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.LinearAlgebra;

namespace Residuum.Discovery;

/// <summary>What these observations can tell of a library before anything is fitted.</summary>
/// <param name="Condition">Condition number of the scaled columns, ‖Φ‖‖Φ⁻¹‖; above 1e4 coefficients of the whole library mean little.</param>
/// <param name="Pairs">Pairs of columns that are alike, the most alike first.</param>
/// <param name="Errors">Expected error of each coefficient, in library order.</param>
/// <param name="Cutoff">Largest wave number that noise leaves usable.</param>
public sealed record Identifiability(double Condition, IReadOnlyList<AlikeColumns> Pairs, IReadOnlyList<ExpectedError> Errors, double Cutoff)
{
    /// <summary>|r| above which two columns count as alike.</summary>
    public const double Alike = 0.99;

    /// <summary>Looks at each field's library: costs one forecast of every sample and no regression.</summary>
    /// <param name="model">The imperfect solver.</param>
    /// <param name="observations">Observations of the true system.</param>
    /// <param name="libraries">Candidate terms of each field's equation.</param>
    /// <param name="options">Band limit, library time and scaling.</param>
    /// <param name="cancel">Stops the work.</param>
    public static IReadOnlyList<Identifiability> Of(
        ISolver model, ObservationSet observations, IReadOnlyList<TermLibrary> libraries, MedidaOptions options, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(libraries);
        ArgumentNullException.ThrowIfNull(options);
        var problem = new MedidaProblem(model, observations, libraries, options, NoiseFloor.Of(model, observations, options, cancel), Medida.FirstFactor(options));
        var increments = problem.Taker.Take([], cancel);
        int[] usable = MedidaPasses.Usable(increments);
        double[][] none = [.. libraries.Select(library => new double[library.Terms.Count])];
        return [.. libraries.Select((_, field) => Of(problem, field, problem.Form(field, none, increments, usable, cancel).Sum(), usable))];
    }

    private static Identifiability Of(MedidaProblem problem, int field, NormalEquations data, int[] samples)
    {
        var library = problem.Libraries[field];
        var scaled = StandardizedEquations.From(data, Scaling.RootMeanSquare);
        Matrix correlation = scaled.Gram.Copy();
        for (int i = 0; i < correlation.Values.Length; i++) correlation.Values[i] /= scaled.Rows;
        double[] eigenvalues = Dense.SymmetricEigen(correlation.Copy()).Values;
        double variance = problem.IsNoisy ? ResidualAnalysis.Noise(problem, field, [], samples).Average() : 0;
        Matrix inverse = SymmetricInverse.Of(correlation);
        var errors = scaled.Columns.Select((column, k) =>
        {
            double alone = Math.Sqrt(variance / data.Gram[column, column]);
            return new ExpectedError(library.Terms[column].Name, alone, alone * Math.Sqrt(inverse[k, k]));
        });
        double condition = eigenvalues.Min() > 0 ? Math.Sqrt(eigenvalues.Max() / eigenvalues.Min()) : double.PositiveInfinity;
        return new Identifiability(condition, AlikePairs(library, scaled, correlation), [.. errors], problem.Grid.WaveNumbers[problem.Bands[field].Cutoff]);
    }

    private static List<AlikeColumns> AlikePairs(TermLibrary library, StandardizedEquations scaled, Matrix correlation)
    {
        var pairs = new List<AlikeColumns>();
        for (int i = 0; i < correlation.Rows; i++)
        {
            for (int k = 0; k < i; k++)
            {
                if (Math.Abs(correlation[i, k]) > Alike)
                    pairs.Add(new AlikeColumns(library.Terms[scaled.Columns[k]].Name, library.Terms[scaled.Columns[i]].Name, correlation[i, k]));
            }
        }
        return [.. pairs.OrderByDescending(pair => Math.Abs(pair.Correlation))];
    }
}

/// <summary>Two columns that these observations can hardly tell apart.</summary>
/// <param name="First">Name of one term.</param>
/// <param name="Second">Name of the other.</param>
/// <param name="Correlation">r of their values.</param>
public sealed record AlikeColumns(string First, string Second, double Correlation);

/// <summary>Standard error to expect from observation noise.</summary>
/// <param name="Term">Name of the term.</param>
/// <param name="Alone">Where it is the only missing term: σ_h/‖φ‖.</param>
/// <param name="WithAll">Where every candidate were in the equation: what collinearity costs at worst.</param>
public sealed record ExpectedError(string Term, double Alone, double WithAll);
