namespace Residuum.Experiments.Studies;

/// <summary>Counts what the seeds measured together, claim by claim.</summary>
internal static class ClaimTable
{
    /// <summary>The claims in the order in which they were first measured.</summary>
    public static IReadOnlyList<Claim> Of(IReadOnlyList<SeedRecord> seeds)
    {
        var order = new List<string>();
        var byId = new Dictionary<string, List<(int Seed, ClaimMeasurement Claim)>>(StringComparer.Ordinal);
        foreach (var seed in seeds)
        {
            foreach (var claim in seed.Claims)
            {
                if (!byId.TryGetValue(claim.Id, out var measured))
                {
                    order.Add(claim.Id);
                    byId[claim.Id] = measured = [];
                }
                else if (!measured[0].Claim.IsSameClaim(claim))
                {
                    throw new InvalidOperationException(
                        $"seeds {measured[0].Seed} and {seed.Seed} state the claim '{claim.Id}' differently ('{measured[0].Claim.Text}', {measured[0].Claim.Bound}; '{claim.Text}', {claim.Bound}): its text, paper's number, unit and bound must not depend on the seed");
                }
                measured.Add((seed.Seed, claim));
            }
        }
        return [.. order.Select(id => Claim(byId[id]))];
    }

    private static Claim Claim(List<(int Seed, ClaimMeasurement Claim)> measured)
    {
        var first = measured[0].Claim;
        var interval = first.Value.IsNumber ? ConfidenceInterval.OfMean([.. measured.Select(m => m.Claim.Value.Number)]) : null;
        bool everySeedHolds = measured.All(m => m.Claim.Holds);
        return new Claim
        {
            Id = first.Id,
            Text = first.Text,
            Kind = first.Kind,
            Paper = first.Paper,
            Unit = first.Unit,
            Bound = first.Bound,
            Measured = [.. measured.Select(m => new SeedValue(m.Seed, m.Claim.Value))],
            Interval = interval,
            Verdict = first.Kind == ClaimKind.Report ? Report(measured, interval) : everySeedHolds ? Verdict.Holds : Verdict.Fails,
        };
    }

    private static Verdict Report(List<(int Seed, ClaimMeasurement Claim)> measured, ConfidenceInterval? interval)
    {
        var first = measured[0].Claim;
        if (first.Bound is NoBound) return Verdict.Inconclusive;
        if (first.Bound is not NumberBound bound)
        {
            bool someHold = measured.Any(m => m.Claim.Holds), allHold = measured.All(m => m.Claim.Holds);
            return allHold ? Verdict.Reproduced : someHold ? Verdict.Inconclusive : Verdict.NotReproduced;
        }
        if (measured.Any(m => !double.IsFinite(m.Claim.Value.Number))) return Verdict.NotReproduced;
        if (interval is not { } mean) return Verdict.Inconclusive;
        if (mean.Low >= bound.Low && mean.High <= bound.High) return Verdict.Reproduced;
        return mean.High < bound.Low || mean.Low > bound.High ? Verdict.NotReproduced : Verdict.Inconclusive;
    }
}
