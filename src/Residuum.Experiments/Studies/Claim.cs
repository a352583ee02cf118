using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;

namespace Residuum.Experiments.Studies;

/// <summary>What a claim is for.</summary>
public enum ClaimKind
{
    /// <summary>A mechanism, an identity or a clear margin: must hold at every seed.</summary>
    Gate,

    /// <summary>A negative control: the wrong way must stay wrong at every seed.</summary>
    Control,

    /// <summary>A figure of the paper that this size may not decide: never fails a run.</summary>
    Report,
}

/// <summary>What became of a claim.</summary>
public enum Verdict
{
    /// <summary>A gate or control: the bound holds at every seed.</summary>
    Holds,

    /// <summary>A gate or control: the bound does not hold at some seed, or NaN was measured.</summary>
    Fails,

    /// <summary>A report: the interval of the mean lies inside the bound.</summary>
    Reproduced,

    /// <summary>A report: the interval of the mean lies outside the bound, or NaN was measured.</summary>
    NotReproduced,

    /// <summary>A report: the interval crosses the bound, there is one seed only, or the paper gives no number.</summary>
    Inconclusive,
}

/// <summary>A value measured at a seed.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Value">What was measured.</param>
public sealed record SeedValue(int Seed, Measurement Value);

/// <summary>A sentence with a number in it: what the paper reports, what was measured here, and the bound that decides.</summary>
public sealed record Claim
{
    /// <summary>Stable name, made from the text by <see cref="IdOf"/>.</summary>
    public required string Id { get; init; }

    /// <summary>The sentence.</summary>
    public required string Text { get; init; }

    /// <summary>Gate, control or report.</summary>
    public required ClaimKind Kind { get; init; }

    /// <summary>The paper's number, where the card gives it.</summary>
    public required double? Paper { get; init; }

    /// <summary>Unit of the numbers; empty for a pure number, a set or a text.</summary>
    public required string Unit { get; init; }

    /// <summary>What decides.</summary>
    public required Bound Bound { get; init; }

    /// <summary>One value for each seed that measured the claim, in the order of the seeds.</summary>
    public required IReadOnlyList<SeedValue> Measured { get; init; }

    /// <summary>95 % interval of the mean over the seeds; null for one seed, for texts and where a value is not finite.</summary>
    public required ConfidenceInterval? Interval { get; init; }

    /// <summary>What became of it.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Whether this claim fails the run: a gate or control that does not hold.</summary>
    [JsonIgnore]
    public bool FailsRun => Verdict == Verdict.Fails;

    /// <summary>The seeds at which NaN or an infinity was measured: no claim holds there.</summary>
    [JsonIgnore]
    public IEnumerable<int> SeedsNotFinite => Measured.Where(m => m.Value.IsNumber && !double.IsFinite(m.Value.Number)).Select(m => m.Seed);

    /// <summary>The name of a text: its letters and digits in lower case, hyphens between: <c>finds u u_x</c> is <c>finds-u-u-x</c>.</summary>
    /// <param name="text">The sentence of the claim.</param>
    /// <exception cref="ArgumentException">No letter or digit in it.</exception>
    public static string IdOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var id = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (CharUnicodeInfo.GetDigitValue(c) is >= 0 and var digit) id.Append((char)('0' + digit)); // u² is not u
            else if (char.IsLetter(c)) id.Append(char.ToLowerInvariant(c));
            else if (id.Length > 0 && id[^1] != '-') id.Append('-');
        }
        string trimmed = id.ToString().Trim('-');
        return trimmed.Length > 0 ? trimmed : throw new ArgumentException($"the claim '{text}' holds no letter or digit", nameof(text));
    }
}
