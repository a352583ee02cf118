namespace Residuum.Experiments.Studies;

/// <summary>A claim as one seed measured it.</summary>
internal sealed record ClaimMeasurement(string Text, ClaimKind Kind, double? Paper, string Unit, Bound Bound, Measurement Value, bool Holds)
{
    public string Id { get; } = Claim.IdOf(Text);

    /// <summary>Whether another seed measured the same claim, so that the two may be counted together.</summary>
    public bool IsSameClaim(ClaimMeasurement other) =>
        Text == other.Text && Kind == other.Kind && Paper == other.Paper && Unit == other.Unit && Bound == other.Bound;
}
