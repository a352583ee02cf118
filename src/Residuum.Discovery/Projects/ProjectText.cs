using System.Globalization;
using System.Text;
using System.Text.Json;
using Residuum.Discovery.Observations;
using Residuum.Experiments.Options;

namespace Residuum.Discovery.Projects;

/// <summary>Writes a commented project file; comments and defaults come from the options' declarations.</summary>
/// <param name="set">The observations.</param>
/// <param name="options">How they were read, with the path as the project names it.</param>
/// <param name="method">The method; what differs from its defaults is filled in.</param>
internal sealed class ProjectText(ObservationSet set, ObservationOptions options, MedidaOptions method)
{
    // Every letter beyond ASCII and every control character is escaped: a name from a file can not leave its quotes.
    private static readonly JsonSerializerOptions Escaping = new();

    private readonly StringBuilder _text = new();

    public string Write()
    {
        _text.Append("# A project of residuum discover. Remove a # to change a value; what follows ## explains it.\n");
        _text.Append(CultureInfo.InvariantCulture, $"# Observed: {set.Samples} samples of {set.States.Count} states, {set.Layout.Points} points on a length of {set.Layout.Length:G8}, ");
        _text.Append(CultureInfo.InvariantCulture, $"time step {set.TimeSteps.Min():G6}{(set.TimeSteps.Min() == set.TimeSteps.Max() ? "" : string.Create(CultureInfo.InvariantCulture, $" to {set.TimeSteps.Max():G6}"))}");
        _text.Append(CultureInfo.InvariantCulture, $"; {set.Quality.Dropped.Count} samples dropped.\n");
        var schema = OptionSchema.Of<ProjectOptions>();
        var filled = Filled();
        foreach (var section in schema.Options)
        {
            _text.Append('\n').Append("## ").Append(section.Summary).Append('\n');
            _text.Append(HasAny(filled, section.Name) ? "" : "# ").Append(section.Name).Append(":\n");
            Section(section.Section!, section.Name, "  ", filled);
        }
        return _text.ToString();
    }

    private void Section(OptionSchema schema, string prefix, string indent, Dictionary<string, string> filled)
    {
        foreach (var option in schema.Options)
        {
            string key = $"{prefix}.{option.Name}";
            if (option.Section is { } inner && option.Shape == OptionShape.Single)
            {
                _text.Append(HasAny(filled, key) ? "" : "# ").Append(indent).Append(option.Name).Append(":  ## ").Append(option.Summary).Append('\n');
                Section(inner, key, indent + "  ", filled);
                continue;
            }
            bool given = filled.TryGetValue(key, out string? value);
            _text.Append(given ? "" : "# ").Append(indent).Append(option.Name).Append(": ").Append(given ? value : Default(option)).Append("  ## ").Append(option.Summary);
            if (option.Choices.Count > 0) _text.Append(" One of ").AppendJoin(", ", option.Choices).Append('.');
            else if (option.Range.Length > 0) _text.Append(" In ").Append(option.Range).Append(option.Unit.Length > 0 ? $" {option.Unit}" : "").Append('.');
            _text.Append('\n');
        }
    }

    /// <summary>What the file of observations says, and a model to start with.</summary>
    private Dictionary<string, string> Filled()
    {
        var metadata = set.Metadata;
        var filled = new Dictionary<string, string>
        {
            ["observations.file"] = Quote(options.File),
            ["observations.variables"] = List(options.Variables.Count > 0 ? options.Variables : set.Layout.Fields),
            ["model.name"] = BuiltInModels.Names.First(),
        };
        if (options.TimeStep > 0) filled["observations.time-step"] = options.TimeStep.ToString("R", CultureInfo.InvariantCulture);
        if (options.Length > 0) filled["observations.length"] = options.Length.ToString("R", CultureInfo.InvariantCulture);
        if (set.Lags > 1) filled["observations.lags"] = set.Lags.ToString(CultureInfo.InvariantCulture);
        if (metadata.TimeUnit.Length > 0) filled["observations.time-unit"] = Quote(metadata.TimeUnit);
        if (metadata.LengthUnit.Length > 0) filled["observations.length-unit"] = Quote(metadata.LengthUnit);
        if (metadata.FieldUnits.Any(unit => unit.Length > 0)) filled["observations.units"] = List(metadata.FieldUnits);
        if (metadata.NoiseStandardDeviations.Count > 0)
            filled["observations.noise"] = $"[{string.Join(", ", metadata.NoiseStandardDeviations.Select(sd => sd.ToString("R", CultureInfo.InvariantCulture)))}]";
        var defaults = OptionWriter.Pairs(new MedidaOptions());
        foreach (var (key, value) in OptionWriter.Pairs(method).Where(pair => pair.Value != defaults[pair.Key])) filled[$"method.{key}"] = value;
        return filled;
    }

    private static bool HasAny(Dictionary<string, string> filled, string section) => filled.Keys.Any(key => key.StartsWith($"{section}.", StringComparison.Ordinal));

    private static string Default(OptionDeclaration option) => option.Shape switch
    {
        OptionShape.List => $"[{option.DefaultText}]",
        OptionShape.Map => $"{{{option.DefaultText}}}",
        _ => option.Kind == OptionKind.Text ? Quote(option.DefaultText) : option.DefaultText,
    };

    private static string List(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(Quote))}]";

    private static string Quote(string text) => JsonSerializer.Serialize(text, Escaping);
}
