namespace Residuum.Discovery.Regression;

/// <summary>What several methods say about the same data.</summary>
/// <param name="Supports">Columns kept, by method.</param>
/// <param name="Unanimous">Whether all kept the same columns.</param>
/// <param name="Disputed">Columns that some kept and some did not, ascending.</param>
public sealed record SupportAgreement(IReadOnlyDictionary<string, IReadOnlyList<int>> Supports, bool Unanimous, IReadOnlyList<int> Disputed)
{
    /// <summary>Compares fits.</summary>
    /// <param name="fits">Fits, by method; one or more.</param>
    public static SupportAgreement Of(IReadOnlyDictionary<string, SparseFit> fits)
    {
        ArgumentNullException.ThrowIfNull(fits);
        var supports = fits.ToDictionary(pair => pair.Key, pair => pair.Value.Support);
        int[] disputed =
        [
            .. supports.Values.SelectMany(support => support).GroupBy(column => column)
                .Where(votes => votes.Count() < supports.Count).Select(votes => votes.Key).Order(),
        ];
        return new SupportAgreement(supports, disputed.Length == 0, disputed);
    }
}
