using Residuum.Discovery.Models;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Options;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Projects;

/// <summary>The two-layer model and its grid.</summary>
public sealed record FlowModelOptions
{
    /// <summary>The name by which a project file says that it is one of a flow.</summary>
    public const string TwoLayer = "two-layer";

    private const double PublishedLengthX = 46, PublishedLengthY = 68;

    /// <summary>Name of the model.</summary>
    [Option("Name of the model; two-layer is the only one.", Source = "medida-qg")]
    public string Name
    {
        get;
        init => field = value == TwoLayer ? value : throw new OptionError(nameof(Name), $"'{value}'", TwoLayer);
    } = TwoLayer;

    /// <summary>An imperfect variant by code or name.</summary>
    [Option("An imperfect variant by code or name, such as 1006 or strong-friction: made of the parameters; flow-observe takes the truth of it.", Source = "medida-qg, Model-error cases")]
    public string Case { get; init => field = value.Length == 0 ? value : TwoLayerCases.Named(value).Code; } = "";

    /// <summary>Points along x; 0 for those of the observations.</summary>
    [Option("Grid points along x, even; 0 takes the grid of the observations.", Range = "[0, 65536]", Source = "medida-qg, The two-layer model: 96")]
    public int Nx { get; init => field = Even(Require.Declared(this, value), nameof(Nx)); }

    /// <summary>Points along y; 0 for those of the observations.</summary>
    [Option("Grid points along y, even; 0 takes the grid of the observations.", Range = "[0, 65536]", Source = "medida-qg, The two-layer model: 192")]
    public int Ny { get; init => field = Even(Require.Declared(this, value), nameof(Ny)); }

    /// <summary>Length along x.</summary>
    [Option("Length of the domain along x, where grid points are given.", Range = "(0, inf)", Unit = "length", Source = "medida-qg, The two-layer model")]
    public double LengthX { get; init => field = Require.Declared(this, value); } = PublishedLengthX;

    /// <summary>Length along y.</summary>
    [Option("Length of the domain along y, where grid points are given.", Range = "(0, inf)", Unit = "length", Source = "medida-qg, The two-layer model")]
    public double LengthY { get; init => field = Require.Declared(this, value); } = PublishedLengthY;

    /// <summary>Coefficients.</summary>
    [Option("Coefficients of the model.")]
    public TwoLayerParameters Parameters { get; init; } = new();

    /// <summary>Coefficients of the model whose error is sought.</summary>
    public TwoLayerParameters Imperfect => Case.Length == 0 ? Parameters : TwoLayerCases.Named(Case).Model(Truth);

    /// <summary>Coefficients of the true system that an imperfect variant is made of.</summary>
    public TwoLayerParameters Truth => Case.Length == 0 ? Parameters : TwoLayerCases.Named(Case).Truth(Parameters);

    /// <summary>The grid that was asked for; nothing where it is that of the observations.</summary>
    /// <exception cref="UserError">Points are given along one axis alone.</exception>
    public PlaneGrid? Grid => (Nx > 0, Ny > 0) switch
    {
        (true, true) => PlaneGrid.Periodic(Nx, Ny, LengthX, LengthY),
        (false, false) => null,
        _ => throw new UserError("grid points are given along one axis alone", "model", $"nx {Nx}, ny {Ny}", "both, or neither for the grid of the observations"),
    };

    private static int Even(int points, string name) => points is 0 or >= 4 && points % 2 == 0
        ? points
        : throw new OptionError(name, points.ToString(System.Globalization.CultureInfo.InvariantCulture), "an even number of at least 4, or 0");
}
