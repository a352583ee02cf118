using Residuum.Discovery.Libraries;
using Residuum.Numerics.Options;

namespace Residuum.Discovery.Projects;

/// <summary>Which terms are candidates.</summary>
public sealed record LibraryOptions
{
    /// <summary>Largest power of the fields.</summary>
    [Option("Largest total power of the fields in a term.", Range = "[0, 12]", Source = "medida-ks, Algorithm 3: 4")]
    public int MaxPower { get; init => field = Require.Declared(this, value); } = 4;

    /// <summary>Highest derivative.</summary>
    [Option("Highest derivative in a term.", Range = "[0, 12]", Source = "medida-ks, Algorithm 3: 4")]
    public int MaxDerivative { get; init => field = Require.Declared(this, value); } = 4;

    /// <summary>Whether the constant is a candidate.</summary>
    [Option("Whether the constant 1 is a candidate.", Source = "medida-ks, Algorithm 3: dropped")]
    public bool Constant { get; init; }

    /// <summary>The user's own terms.</summary>
    [Option("Your own candidates, added to the polynomial ones: \"u^2*u_xx\", \"sin(x)*u\".")]
    public IReadOnlyList<string> Terms { get; init; } = [];

    /// <summary>Whether only the user's own terms are candidates.</summary>
    [Option("Whether only the terms listed are candidates, without the polynomial ones.")]
    public bool OnlyTerms { get; init; }

    /// <summary>The library of each field's equation.</summary>
    /// <param name="fields">Names of the fields.</param>
    /// <exception cref="Numerics.Errors.UserError">A term can not be read, or there is none.</exception>
    public IReadOnlyList<TermLibrary> Build(IReadOnlyList<string> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var library = OnlyTerms
            ? TermLibrary.Of(fields, Terms.Select(text => Term.Parse(text, fields)))
            : TermLibrary.Polynomial(fields, MaxPower, MaxDerivative, Constant).With(Terms);
        return [.. Enumerable.Repeat(library, fields.Count)];
    }
}
