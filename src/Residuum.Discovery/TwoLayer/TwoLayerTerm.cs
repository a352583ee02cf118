namespace Residuum.Discovery.TwoLayer;

/// <summary>A candidate term of a layer's vorticity equation; the same terms are offered to both layers.</summary>
public sealed class TwoLayerTerm
{
    private readonly Func<TwoLayerFields, double[]> _evaluate;

    /// <summary>A term of one's own.</summary>
    /// <param name="name">Name for tables and options, such as <c>lap(psi2)</c>.</param>
    /// <param name="unit">Unit of its coefficient, in the model's units of time and length.</param>
    /// <param name="evaluate">The term's values <c>[Ny, Nx]</c> for a state; the array may be shared and is never written to.</param>
    public TwoLayerTerm(string name, string unit, Func<TwoLayerFields, double[]> evaluate)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(evaluate);
        (Name, Unit, _evaluate) = (name, unit, evaluate);
    }

    /// <summary>Name for tables and options.</summary>
    public string Name { get; }

    /// <summary>Unit of the coefficient: of vorticity per time over the term's.</summary>
    public string Unit { get; }

    /// <summary>The term's values, <c>[Ny, Nx]</c>.</summary>
    /// <param name="state">The state.</param>
    public double[] Evaluate(TwoLayerFields state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return _evaluate(state);
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
