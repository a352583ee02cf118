namespace Residuum.Experiments.Options;

/// <summary>Finds what was probably meant by a mistyped name.</summary>
public static class Suggestion
{
    /// <summary>The remedy <c>did you mean 'alpha-max'?</c>, or null when nothing comes near.</summary>
    /// <param name="typed">The name given.</param>
    /// <param name="known">The names that exist.</param>
    public static string? For(string typed, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(known);
        if (typed.Length > 64) return null;
        int farthest = Math.Max(1, typed.Length / 3);
        var nearest = known.Select(name => (Name: name, Distance: Distance(typed, name))).OrderBy(pair => pair.Distance).FirstOrDefault();
        return nearest.Name is not null && nearest.Distance <= farthest ? $"did you mean '{nearest.Name}'?" : null;
    }

    /// <summary>Levenshtein distance: insertions, deletions and replacements that turn one text into the other.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int replaced = diagonal + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, 1 + Math.Min(row[j], row[j - 1]));
            }
        }
        return row[b.Length];
    }
}
