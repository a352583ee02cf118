using System.Text;
using Residuum.Data.Arrays;
using Residuum.Data.NetCdf;
using Residuum.Discovery.Expressions;
using Residuum.Discovery.Observations;
using Residuum.Discovery.Projects;
using Residuum.Discovery.Reports;
using Residuum.Discovery.Solvers;
using Residuum.Experiments.Options;
using Residuum.Experiments.Runs;

namespace Residuum.Discovery.Verbs;

/// <summary>The files that a discovery leaves beside its result: increments, found terms as source code, the corrected model as a project.</summary>
internal static class ResultFiles
{
    public const string Increments = "increments.nc", Corrected = "corrected.yaml";

    public static void Write(RunFolder folder, Project project, MedidaResult result, DiscoveryRecord record)
    {
        if (result.Increments is { } increments) WriteIncrements(folder.PathTo(Increments), increments, result.Observations);
        if (record.Verdict != Verdict.Found) return;
        string[] fields = [.. record.Fields.Select(field => field.Field)];
        for (int field = 0; field < fields.Length; field++)
        {
            if (record.Fields[field].Terms.Count == 0) continue;
            foreach (var language in Enum.GetValues<SourceLanguage>())
                folder.Write($"missing-{field}{TermSource.Ending(language)}", Encoding.UTF8.GetBytes(TermSource.Of(record.Fields[field], field, fields, language)));
        }
        if (fields.Length == 1 && project.Options.Model.Name.Length > 0) folder.Write(Corrected, Encoding.UTF8.GetBytes(CorrectedProject(project, record.Fields[0])));
    }

    // Such a project runs the corrected model: `discover solver run corrected.yaml`.
    private static string CorrectedProject(Project project, FieldRecord field)
    {
        var terms = project.Options.Model.ExtraTerms.ToDictionary();
        foreach (var term in field.Terms) terms[term.Name] = terms.GetValueOrDefault(term.Name) + term.Coefficient;
        return OptionWriter.Yaml(RunVerb.Portable(project) with { Model = project.Options.Model with { ExtraTerms = terms } });
    }

    private static void WriteIncrements(string path, ModelErrors errors, ObservationSet observations)
    {
        var (layout, metadata) = (observations.Layout, observations.Metadata);
        var variables = new List<Variable>
        {
            Variable.Of("x", ["x"], [layout.Points], Enumerable.Range(0, layout.Points).Select(i => metadata.Origin + (i * layout.Spacing)).ToArray(), AttributeTable.Described("position", metadata.LengthUnit)),
            Variable.Of("time", ["sample"], [observations.Samples], observations.Times.ToArray(), AttributeTable.Described("time of the end of each sample", metadata.TimeUnit)),
            Variable.Of("dt", ["sample"], [observations.Samples], observations.TimeSteps.ToArray(), AttributeTable.Described("time step of each sample", metadata.TimeUnit)),
        };
        for (int field = 0; field < layout.Fields.Count; field++)
        {
            string name = layout.Fields.Count == 1 ? "" : $"_{field}";
            variables.Add(States($"increment{name}", errors.Before, field, $"(analysis - forecast) / time step of {layout.Fields[field]}, model as given"));
            variables.Add(States($"increment_corrected{name}", errors.After, field, $"(analysis - forecast) / time step of {layout.Fields[field]}, corrected model"));
            variables.Add(States($"analysis{name}", errors.Ends, field, $"observed or analysed {layout.Fields[field]}, cut to the waves that were used"));
        }
        NetCdfWriter.Write(path, new DataSet(variables, new AttributeTable { ["Conventions"] = "CF-1.8", ["source"] = metadata.Source, ["title"] = "One-step model errors" }));
    }

    private static Variable States(string name, StateBatch states, int field, string longName)
    {
        double[] values = [.. Enumerable.Range(0, states.Members).SelectMany(member => states.Field(member, field).ToArray())];
        return Variable.Of(name, ["sample", "x"], [states.Members, states.Layout.Points], values, AttributeTable.Described(longName, ""));
    }
}
