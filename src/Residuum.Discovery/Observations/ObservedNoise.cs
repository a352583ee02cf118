using System.Numerics.Tensors;
using Residuum.Data.Arrays;
using Residuum.Data.Conventions;

namespace Residuum.Discovery.Observations;

/// <summary>Finds the standard deviation of the observation noise.</summary>
internal static class ObservedNoise
{
    /// <summary>What the file says of a variable: the attribute <c>noise_standard_deviation</c>, or the root mean square of the ancillary
    /// variable whose standard name says <c>standard_error</c>.</summary>
    public static double? Of(DataSet data, Variable variable)
    {
        if (variable.Attributes.Number("noise_standard_deviation") is { } stated) return stated >= 0 ? stated : null;
        foreach (string name in (variable.Attributes.Text("ancillary_variables") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!data.TryGet(name, out var error) || error.Attributes.Text("standard_name")?.Contains("standard_error", StringComparison.Ordinal) != true) continue;
            double[] finite = [.. Cf.Read(error).Where(double.IsFinite)];
            if (finite.Length > 0) return Math.Sqrt(TensorPrimitives.SumOfSquares<double>(finite) / finite.Length);
        }
        return null;
    }

    /// <summary>The options' numbers before the file's; nothing where a field lacks one.</summary>
    public static IReadOnlyList<double> Choose(IReadOnlyList<double> options, IReadOnlyList<double?> file)
    {
        if (options.Count == 1) return [.. Enumerable.Repeat(options[0], file.Count)];
        if (options.Count == file.Count) return options;
        if (options.Count > 0) throw new Numerics.Errors.UserError("wrong number of noise levels", "noise", $"{options.Count}", $"1 or {file.Count}");
        return file.All(sd => sd is not null) ? [.. file.Select(sd => sd!.Value)] : [];
    }
}
