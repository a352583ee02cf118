using Residuum.Numerics.Options;
using Residuum.Numerics.Steppers;

namespace Residuum.Discovery.Projects;

/// <summary>A built-in model with its parameters.</summary>
public sealed record ModelOptions
{
    /// <summary>Name of the model.</summary>
    [Option("Name of a built-in model, such as kuramoto-sivashinsky.")]
    public string Name { get; init; } = "";

    /// <summary>An imperfect variant by name.</summary>
    [Option("An imperfect variant of kuramoto-sivashinsky by name, such as no-advection or extra-uxxx-0.5+no-diffusion, in place of parameters.", Source = "medida-ks, Variants")]
    public string Case { get; init; } = "";

    /// <summary>Parameters that differ from the model's defaults.</summary>
    [Option("Parameters that differ from the model's defaults, by name: {advection: 0}.")]
    public IReadOnlyDictionary<string, double> Parameters { get; init; } = new Dictionary<string, double>();

    /// <summary>Further terms on the right-hand side of the first field's equation.</summary>
    [Option("Further terms on the right-hand side of the first field's equation, with coefficients: {u_xxx: -0.5}.")]
    public IReadOnlyDictionary<string, double> ExtraTerms { get; init; } = new Dictionary<string, double>();

    /// <summary>Time stepper.</summary>
    [Option("Time stepper of the model.", Source = "medida-ks: the published model is cnab2, the published truth etdrk4")]
    public TimeScheme Scheme { get; init; } = TimeScheme.Etdrk4;

    /// <summary>Longest internal step; 0 takes one step an interval.</summary>
    [Option("Longest internal time step; 0 takes one step an interval.", Range = "[0, inf)", Source = "medida-ks: one step an interval is published")]
    public double Step { get; init => field = Require.Declared(this, value); }

    /// <summary>Whether products are dealiased.</summary>
    [Option("Whether the upper third of the modes of every product is dropped.")]
    public bool Dealias { get; init; }
}
