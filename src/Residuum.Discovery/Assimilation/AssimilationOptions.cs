using Residuum.Discovery.Solvers;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Options;

namespace Residuum.Discovery.Assimilation;

/// <summary>How each noisy sample is analysed before its increment is taken (medida-ks, Algorithm step 2).</summary>
public sealed record AssimilationOptions
{
    /// <summary>Which analysis.</summary>
    [Option("How noisy observations become analyses.", Source = "medida-ks, pitfalls: virtual reproduces the paper, enkf and etkf are honest")]
    public Filter Filter { get; init; } = Filter.None;

    /// <summary>Members N over numbers of a state M.</summary>
    [Option("Ensemble members for each number of a state, N / M.", Range = "(0, 1000]", Source = "medida-ks, Algorithm step 2: N = 10 M")]
    public double MembersPerPoint { get; init => field = Require.Declared(this, value); } = 10;

    /// <summary>Standard deviation σ_b of the prior perturbations.</summary>
    [Option("Standard deviation of the perturbations around the observed start.", Range = "(0, inf)", Unit = "that of the state", Source = "medida-ks, Algorithm step 2: 0.25")]
    public double BackgroundDeviation { get; init => field = Require.Declared(this, value); } = 0.25;

    /// <summary>Shape of the prior perturbations.</summary>
    [Option("Shape of the perturbations around the observed start.", Source = "medida-ks, variants: white in the paper")]
    public PriorShape Prior { get; init; } = PriorShape.White;

    /// <summary>Largest wave number of band-limited perturbations.</summary>
    [Option("Largest wave number of band-limited perturbations.", Range = "(0, inf)", Unit = "1 / length")]
    public double PriorCutoff { get; init => field = Require.Declared(this, value); } = 2.5;

    /// <summary>What happens to members whose forecast failed.</summary>
    [Option("What happens to members whose forecast failed.", Source = "medida-product, failure handling")]
    public FailedMembers FailedMembers { get; init; } = FailedMembers.Drop;

    /// <summary>Number of members for states of a size; at least 2.</summary>
    /// <param name="layout">Layout of the states.</param>
    public int Members(StateLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        return Math.Max(2, (int)Math.Round(MembersPerPoint * layout.Size));
    }

    /// <summary>The analysis that <see cref="Filter"/> names.</summary>
    /// <exception cref="UserError">No filter is chosen.</exception>
    public IAnalysis Analysis() => Filter switch
    {
        Filter.Virtual => new VirtualObservations(),
        Filter.Enkf => new StochasticEnKf(),
        Filter.Etkf => new Etkf(),
        _ => throw new UserError("no filter is chosen", OptionName.Kebab(nameof(Filter)), Filter.ToString(), "virtual, enkf or etkf"),
    };

    /// <summary>The perturbations that the options describe.</summary>
    /// <param name="states">Observed states of the system, for their layout and their climatology.</param>
    public PriorPerturbation Perturbation(StateBatch states)
    {
        ArgumentNullException.ThrowIfNull(states);
        return Prior switch
        {
            PriorShape.BandLimited => PriorPerturbation.BandLimited(BackgroundDeviation, states.Layout, PriorCutoff),
            PriorShape.Climatological => PriorPerturbation.Climatological(BackgroundDeviation, states),
            _ => PriorPerturbation.White(BackgroundDeviation),
        };
    }
}
