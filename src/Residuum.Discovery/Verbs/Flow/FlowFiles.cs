using System.Globalization;
using System.Text;
using Residuum.Data.Arrays;
using Residuum.Data.NetCdf;
using Residuum.Discovery.Projects;
using Residuum.Discovery.Reports;
using Residuum.Discovery.TwoLayer;
using Residuum.Experiments.Runs;

namespace Residuum.Discovery.Verbs;

/// <summary>The files that a discovery on a flow leaves beside its result: states and increments, and the coefficients as a table.</summary>
internal static class FlowFiles
{
    public const string Increments = "increments.nc", Coefficients = "coefficients.csv";

    public static void Write(RunFolder folder, FlowProject project, TwoLayerResult result)
    {
        folder.Write(Coefficients, Encoding.UTF8.GetBytes(Table(result)));
        WriteIncrements(folder.PathTo(Increments), project, result);
    }

    /// <summary>Every candidate of either layer: what was found, what the model has itself, and their sum.</summary>
    private static string Table(TwoLayerResult result)
    {
        var text = new StringBuilder("layer,term,unit,missing,standard_error,inclusion_probability,model,corrected\n");
        foreach (var layer in result.Layers)
        {
            double[] own = TwoLayerCoefficients.Of(result.Model.Parameters, result.Library, layer.Layer), found = result.Correction[layer.Layer];
            for (int j = 0; j < own.Length; j++)
            {
                var term = FlowEquation.Reliable(layer).FirstOrDefault(term => term.Term == result.Library.Names[j]);
                text.Append(CultureInfo.InvariantCulture, $"{layer.Layer + 1},\"{result.Library.Names[j]}\",{result.Library.Terms[j].Unit},{found[j]:R},{term?.StandardError ?? 0:R},{term?.InclusionProbability ?? 0:R},{own[j]:R},{own[j] + found[j]:R}\n");
            }
        }
        return text.ToString();
    }

    private static void WriteIncrements(string path, FlowProject project, TwoLayerResult result)
    {
        var grid = project.Model.Grid;
        List<Variable> variables =
        [
            Variable.Of("x", ["x"], [grid.Nx], grid.X.ToArray(), AttributeTable.Described("x", project.Observations.Metadata.LengthUnit)),
            Variable.Of("y", ["y"], [grid.Ny], grid.Y.ToArray(), AttributeTable.Described("y", project.Observations.Metadata.LengthUnit)),
            Variable.Of("dt", ["pair"], [result.Pairs.Count], result.Pairs.Select(pair => pair.Interval).ToArray(), AttributeTable.Described("time between the two snapshots of a pair", project.Observations.Metadata.TimeUnit)),
            Fields("psi", "interpolated stream function at the start of each pair", pair => pair.Start),
            Fields("psi_predicted", "stream function that the model makes of it", pair => pair.Predicted),
            Fields("increment", "(observed - predicted) potential vorticity / dt", pair => pair.Increment),
        ];
        NetCdfWriter.Write(path, new DataSet(variables, new AttributeTable { ["Conventions"] = "CF-1.8", ["source"] = project.Observations.Metadata.Source, ["title"] = "One-step errors of a two-layer model" }));

        Variable Fields(string name, string longName, Func<FlowPair, double[]> of) =>
            Variable.Of(name, ["pair", "layer", "y", "x"], [result.Pairs.Count, 2, grid.Ny, grid.Nx], result.Pairs.SelectMany(of).ToArray(), AttributeTable.Described(longName, ""));
    }
}
