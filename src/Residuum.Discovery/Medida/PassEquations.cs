using Residuum.Discovery.Libraries;
using Residuum.Discovery.Regression;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery;

/// <summary>Turns states and increments into normal equations, sample by sample: rows live only for a block of samples.</summary>
/// <param name="grid">Grid of the fields.</param>
/// <param name="library">Candidate terms of the field's equation.</param>
/// <param name="rows">Rows of the field.</param>
/// <param name="field">The field.</param>
/// <param name="scheme">How columns take derivatives.</param>
internal sealed class PassEquations(FourierGrid grid, TermLibrary library, RowSpace rows, int field, DerivativeScheme scheme)
{
    private const int BlockSamples = 64;

    /// <summary>Equations of the increments, one group a sample.</summary>
    /// <param name="increments">Increments and their states.</param>
    /// <param name="weights">Weights of start and end, for each sample.</param>
    /// <param name="samples">Samples to use.</param>
    public GroupedEquations Form(IncrementSet increments, Func<int, LibraryWeights> weights, IReadOnlyList<int> samples)
    {
        var groups = new List<NormalEquations>(samples.Count);
        foreach (int[] block in samples.Chunk(BlockSamples))
        {
            Matrix phi = Columns(increments, weights, block);
            var part = GroupedEquations.FromRows(phi, Target(increments.Values, block), rows.Rows);
            for (int i = 0; i < part.Count; i++) groups.Add(part[i]);
        }
        return new GroupedEquations(groups);
    }

    /// <summary>Rows of the increments of some samples, <c>[samples * rows]</c>.</summary>
    public double[] Target(StateBatch increments, int[] samples)
    {
        var target = new double[samples.Length * rows.Rows];
        var spectrum = new double[grid.Transform.SpectrumSize];
        for (int i = 0; i < samples.Length; i++)
        {
            grid.Transform.Forward(increments.Field(samples[i], field), spectrum);
            rows.Write(spectrum, target.AsSpan(i * rows.Rows, rows.Rows));
        }
        return target;
    }

    /// <summary>Rows of the library's columns at some samples, <c>[samples * rows, terms]</c>.</summary>
    public Matrix Columns(IncrementSet increments, Func<int, LibraryWeights> weights, int[] samples)
    {
        var phi = new Matrix(samples.Length * rows.Rows, library.Terms.Count);
        Parallel.For(
            0,
            samples.Length,
            () => new Scratch(grid, library.Terms, scheme),
            (i, _, scratch) =>
            {
                var weight = weights(samples[i]);
                for (int term = 0; term < library.Terms.Count; term++)
                {
                    var column = scratch.Weighted(term, weight, increments.Starts.State(samples[i]), increments.Ends.State(samples[i]));
                    rows.Write(column, phi.Values.AsSpan((i * rows.Rows * phi.Columns) + term), phi.Columns);
                }
                return scratch;
            },
            _ => { });
        return phi;
    }

    private sealed class Scratch(FourierGrid grid, IReadOnlyList<Term> terms, DerivativeScheme scheme)
    {
        private readonly TermEvaluator _start = new(grid, terms, scheme), _end = new(grid, terms, scheme);
        private readonly double[] _values = new double[grid.Points], _spectrum = new double[grid.Transform.SpectrumSize], _sum = new double[grid.Transform.SpectrumSize];

        public ReadOnlySpan<double> Weighted(int term, LibraryWeights weights, ReadOnlySpan<double> start, ReadOnlySpan<double> end)
        {
            Array.Clear(_sum);
            Add(_start, start, term, weights.Start);
            Add(_end, end, term, weights.End);
            return _sum;
        }

        private void Add(TermEvaluator evaluator, ReadOnlySpan<double> state, int term, SpectralMultiplier? weight)
        {
            if (weight is null) return;
            if (term == 0) evaluator.Load(state);
            evaluator.Evaluate(term, _values);
            grid.Transform.Forward(_values, _spectrum);
            weight.MultiplyAdd(_spectrum, _sum, _sum);
        }
    }
}
