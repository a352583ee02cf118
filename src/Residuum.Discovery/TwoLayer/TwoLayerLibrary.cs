using System.Numerics.Tensors;
using Residuum.Numerics.Errors;

namespace Residuum.Discovery.TwoLayer;

/// <summary>Candidate terms of the two-layer equations (medida-qg, Algorithm 5).</summary>
public sealed class TwoLayerLibrary
{
    private static readonly IReadOnlyDictionary<string, Func<IEnumerable<TwoLayerTerm>>> Groups = new Dictionary<string, Func<IEnumerable<TwoLayerTerm>>>
    {
        ["default"] = Default,
        ["published"] = Published,
        ["bilaplacian"] = () => PerLayer(layer => Own($"lap2(psi{layer + 1})", "length2/time", state => state.Laplacian(state.Laplacian(layer)))),
        ["hyperdiffusion"] = () => PerLayer(layer => Own($"d8(q{layer + 1})", "length8/time", state => EighthDerivatives(state, layer))),
        ["products"] = Products,
    };

    private TwoLayerLibrary(IReadOnlyList<TwoLayerTerm> terms)
    {
        string? twice = terms.GroupBy(term => term.Name).FirstOrDefault(group => group.Count() > 1)?.Key;
        if (twice is not null) throw new UserError("a candidate term stands twice in the library", "library.terms", twice);
        if (terms.Count == 0) throw new UserError("the library is empty", "library.terms", expected: "at least one candidate term");
        (Terms, Names) = (terms, [.. terms.Select(term => term.Name)]);
    }

    /// <summary>Names of the groups of terms that a library is made of.</summary>
    public static IEnumerable<string> GroupNames => Groups.Keys;

    /// <summary>The terms, in the order of the columns.</summary>
    public IReadOnlyList<TwoLayerTerm> Terms { get; }

    /// <summary>The names, in the order of the columns.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Column of a term.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="ArgumentException">The library has no such term.</exception>
    public int IndexOf(string name)
    {
        for (int j = 0; j < Names.Count; j++)
        {
            if (Names[j] == name) return j;
        }
        throw new ArgumentException($"the library has no term '{name}'", nameof(name));
    }

    /// <summary>A library from names of groups and of single terms.</summary>
    /// <param name="names">Such as <c>default</c>, <c>products</c>, <c>lap(psi2)</c>; the twelve default terms where empty.</param>
    /// <param name="own">Further terms that names may pick; all of them where no name does.</param>
    /// <exception cref="UserError">An unknown name, or a term twice.</exception>
    public static TwoLayerLibrary Of(IReadOnlyList<string> names, IReadOnlyList<TwoLayerTerm>? own = null)
    {
        ArgumentNullException.ThrowIfNull(names);
        own ??= [];
        var known = Groups.Values.SelectMany(group => group()).Concat(own).GroupBy(term => term.Name).ToDictionary(group => group.Key, group => group.Last());
        var terms = new List<TwoLayerTerm>();
        foreach (string name in names.Count == 0 ? ["default"] : names)
        {
            if (Groups.TryGetValue(name, out var group)) terms.AddRange(group());
            else if (known.TryGetValue(name, out var term)) terms.Add(term);
            else throw new UserError("no such candidate term", "library.terms", $"'{name}'", $"{string.Join(", ", Groups.Keys)}, or one of {string.Join(", ", known.Keys)}");
        }
        if (!own.Any(terms.Contains)) terms.AddRange(own);
        return new TwoLayerLibrary(terms);
    }

    // x and y derivatives apart: the published sum can not express a wrong β.
    private static IEnumerable<TwoLayerTerm> Default() =>
    [
        .. PerLayer(Laplacian),
        .. PerLayer(layer => Own($"dx(psi{layer + 1})", "1/(length time)", state => state.Derivative(layer, 1, 0))),
        .. PerLayer(layer => Own($"dy(psi{layer + 1})", "1/(length time)", state => state.Derivative(layer, 0, 1))),
        .. Remaining(),
    ];

    private static IEnumerable<TwoLayerTerm> Published() =>
    [
        .. PerLayer(Laplacian),
        .. PerLayer(layer => Own($"dx+dy(psi{layer + 1})", "1/(length time)", state => Sum(state.Derivative(layer, 1, 0), state.Derivative(layer, 0, 1)))),
        .. Remaining(),
    ];

    private static IEnumerable<TwoLayerTerm> Remaining() =>
    [
        .. PerLayer(layer => Own($"psi{layer + 1}", "1/(length2 time)", state => state.Psi(layer))),
        Own("psiR", "1/(length2 time)", state => state.Jet),
        .. PerLayer(layer => Own($"J(psi{layer + 1},q{layer + 1})", "1", state => state.Jacobian(layer))),
        Own("y", "1/(length time2)", state => state.Y),
    ];

    private static IEnumerable<TwoLayerTerm> Products()
    {
        foreach (int i in new[] { 0, 1 })
        {
            yield return Own($"dx(psi{i + 1})*dy(lap(psi{i + 1}))", "1", state => Product(state.Derivative(i, 1, 0), state.Model.Derivative(state.Laplacian(i), 0, 1)));
            yield return Own($"dy(psi{i + 1})*dx(lap(psi{i + 1}))", "1", state => Product(state.Derivative(i, 0, 1), state.Model.Derivative(state.Laplacian(i), 1, 0)));
        }
        yield return Own("dx(psi1)*dy(psi2)", "1/length2", state => Product(state.Derivative(0, 1, 0), state.Derivative(1, 0, 1)));
        yield return Own("dy(psi1)*dx(psi2)", "1/length2", state => Product(state.Derivative(0, 0, 1), state.Derivative(1, 1, 0)));
    }

    private static TwoLayerTerm Laplacian(int layer) => Own($"lap(psi{layer + 1})", "1/time", state => state.Laplacian(layer));

    private static TwoLayerTerm Own(string name, string unit, Func<TwoLayerFields, double[]> evaluate) => new(name, unit, evaluate);

    private static IEnumerable<TwoLayerTerm> PerLayer(Func<int, TwoLayerTerm> make) => [make(0), make(1)];

    private static double[] EighthDerivatives(TwoLayerFields state, int layer)
    {
        double[] q = state.PotentialVorticity.AsSpan(layer * state.Grid.Points, state.Grid.Points).ToArray();
        return Sum(state.Model.Derivative(q, 8, 0), state.Model.Derivative(q, 0, 8));
    }

    private static double[] Sum(double[] a, double[] b)
    {
        var sum = new double[a.Length];
        TensorPrimitives.Add<double>(a, b, sum);
        return sum;
    }

    private static double[] Product(double[] a, double[] b)
    {
        var product = new double[a.Length];
        TensorPrimitives.Multiply<double>(a, b, product);
        return product;
    }
}
