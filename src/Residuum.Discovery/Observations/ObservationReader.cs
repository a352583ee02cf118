using Residuum.Data;
using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Observations;

/// <summary>Reads observed states from a file of any format that is read.</summary>
internal static class ObservationReader
{
    /// <summary>Reads all samples, in the model's units, and drops those with missing cells or spikes.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How to read it.</param>
    /// <exception cref="UserError">Names the file, the variable, what was found and what is needed.</exception>
    public static ObservationSet Read(string path, ObservationOptions options)
    {
        using var data = DataFile.Open(path);
        bool table = data.Variables.Count > 1 && data.Variables.All(variable => variable.Rank == 1) && data.Variables.Select(variable => variable.Dimensions[0].Name).Distinct().Count() == 1;
        var set = table ? new TableObservations(data, options).Read() : new ArrayObservations(data, options).Read();
        var (kept, report) = QualityControl.Apply(set, options.SpikeThreshold > 0 ? new SpikeRule { Threshold = options.SpikeThreshold } : null);
        return kept.With(report);
    }
}
