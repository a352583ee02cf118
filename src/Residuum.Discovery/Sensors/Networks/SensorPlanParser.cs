using System.Globalization;
using Residuum.Data;
using Residuum.Experiments.Options;
using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Sensors.Networks;

/// <summary>Parses <c>kind [":" main] {"," key ["=" value]} [",mask=" path]</c>.</summary>
internal sealed class SensorPlanParser(string text)
{
    private const string MaskKey = ",mask=", Forms = "all, random:RATIO, stride:N, stride:NXxNY, tracks:N, moorings:N or file:PATH";

    private static readonly string[] Kinds = ["all", "random", "stride", "tracks", "moorings", "file"];

    public SensorPlan Parse()
    {
        ArgumentNullException.ThrowIfNull(text);
        int cut = text.LastIndexOf(MaskKey, StringComparison.Ordinal);
        string? mask = cut < 0 ? null : text[(cut + MaskKey.Length)..];
        if (mask is "") throw Wrong("no file behind mask=", null, "mask=PATH");
        string[] parts = (cut < 0 ? text : text[..cut]).Split(':', 2);
        string kind = parts[0], rest = parts.Length > 1 ? parts[1] : "";
        return kind switch
        {
            "all" when parts.Length == 1 => Plan(place => SensorNetworks.All(place.Grid, place.Mask), mask),
            "random" => Random(rest, mask),
            "stride" => Stride(rest, mask),
            "tracks" => Tracks(rest, mask),
            "moorings" => Moorings(rest, mask),
            "file" when rest.Length > 0 => Plan(place => SensorNetworks.FromFile(place.Grid, Path.Combine(place.Folder, rest), place.Mask), mask),
            _ => throw Wrong("not a sensor network", null, Forms, Suggestion.For(kind, Kinds)),
        };
    }

    private SensorPlan Random(string rest, string? mask)
    {
        if (!double.TryParse(rest, NumberStyles.Float, CultureInfo.InvariantCulture, out double ratio) || !(ratio > 0 && ratio <= 1))
            throw Wrong("not a ratio of sensors", rest, "a number in (0, 1], as in random:0.95");
        return Plan(place => SensorNetworks.Random(place.Grid, ratio, place.Seed, place.Mask), mask);
    }

    private SensorPlan Stride(string rest, string? mask)
    {
        int[] strides = [.. rest.Split('x').Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int stride) ? stride : 0)];
        if (strides.Length > 2 || strides.Any(stride => stride < 1)) throw Wrong("not a stride", rest, "one whole number above 0, or two, as in stride:2 or stride:2x3");
        return Plan(place => SensorNetworks.Stride(place.Grid, strides[0], strides[^1], place.Mask), mask);
    }

    private SensorPlan Tracks(string rest, string? mask)
    {
        var options = Bind<TrackOptions>(rest);
        return Plan(place => SensorNetworks.Tracks(place.Grid, options, place.Repeat, place.Mask), mask, options.Drift > 0);
    }

    private SensorPlan Moorings(string rest, string? mask)
    {
        var options = Bind<MooringOptions>(rest);
        return Plan(place => SensorNetworks.Moorings(place.Grid, options, place.Seed, place.Mask), mask);
    }

    private SensorPlan Plan(Func<SensorPlacing, SensorNetwork> place, string? mask, bool drifts = false) => new(text, place, mask, drifts);

    /// <summary>The record of a network: its count first, then other options by name; a name alone switches on.</summary>
    private T Bind<T>(string rest)
        where T : new()
    {
        var flags = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        string[] parts = rest.Split(',');
        if (rest.Length > 0) flags["count"] = [parts[0]];
        string[] known = [.. OptionSchema.Of<T>().Options.Select(option => option.FlagName)];
        foreach (string part in parts.Skip(1))
        {
            string[] pair = part.Split('=', 2);
            if (!known.Contains(pair[0])) throw Wrong("unknown option of a sensor network", pair[0], string.Join(", ", known), Suggestion.For(pair[0], known));
            if (!flags.TryAdd(pair[0], [pair.Length > 1 ? pair[1] : "true"])) throw Wrong("an option stands twice", pair[0]);
        }
        try
        {
            return OptionBinder.Bind<T>(file: null, flags);
        }
        catch (UserError error)
        {
            throw new UserError($"{error.Where?.TrimStart('-')}: {error.What}", $"sensors {FormatError.Quote(text)}", error.Found is { } found ? FormatError.Quote(found.Trim('\'')) : null, error.Expected, error.Remedy, error);
        }
    }

    private UserError Wrong(string what, string? found, string? expected = null, string? remedy = null) =>
        new(what, $"sensors {FormatError.Quote(text)}", found is null ? null : FormatError.Quote(found), expected, remedy);
}
