using Residuum.Numerics.Options;

namespace Residuum.Discovery.Assimilation;

/// <summary>What is done to an ensemble besides its analysis.</summary>
public sealed record FilterOptions
{
    /// <summary>Factor on the anomalies after each analysis.</summary>
    [Option("Factor on the anomalies after each analysis; above 1 makes up for the spread that a small ensemble loses.", Range = "(0, 10]", Source = "medida-product, section A")]
    public double Inflation { get; init => field = Require.Declared(this, value); } = 1;

    /// <summary>Whether the anomalies are rotated at random after each analysis.</summary>
    [Option("Rotate the anomalies at random after each analysis, keeping mean and covariance.", Source = "medida-product, section A")]
    public bool Rotate { get; init; }

    /// <summary>What happens to members whose forecast failed.</summary>
    [Option("What happens to members whose forecast failed.", Source = "medida-product, failure handling")]
    public FailedMembers FailedMembers { get; init; } = FailedMembers.Drop;
}
