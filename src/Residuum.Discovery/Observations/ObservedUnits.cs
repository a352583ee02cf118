using Residuum.Data.Arrays;
using Residuum.Data.Conventions;
using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Observations;

/// <summary>Reads variables in the model's units; where the file or the model states none, numbers are taken as they are.</summary>
/// <param name="source">The file, for messages.</param>
/// <param name="options">The model's units.</param>
internal sealed class ObservedUnits(string source, ObservationOptions options)
{
    /// <summary>A time or a time step, and the unit that it got.</summary>
    /// <param name="variable">The variable.</param>
    public (double[] Values, string Unit) Time(Variable variable)
    {
        string own = variable.Units ?? "";
        int since = own.IndexOf(" since ", StringComparison.OrdinalIgnoreCase);
        string unit = options.TimeUnit.Length > 0 ? options.TimeUnit : since < 0 ? own : own[..since];
        return (At(variable, () => own.Length == 0 || own == unit ? Cf.Read(variable) : Cf.ReadTime(variable, unit)), unit);
    }

    /// <summary>A coordinate in space, and the unit that it got.</summary>
    /// <param name="variable">The variable.</param>
    public (double[] Values, string Unit) Length(Variable variable)
    {
        string own = variable.Units ?? "", unit = options.LengthUnit.Length > 0 ? options.LengthUnit : own;
        return (At(variable, () => Cf.Read(variable, own.Length == 0 || own == unit ? null : unit)), unit);
    }

    /// <summary>The unit that a field gets.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="field">Number of the field.</param>
    public string Unit(Variable variable, int field) =>
        options.Units.Count > 0 && options.Units[field].Length > 0 ? options.Units[field] : variable.Units ?? "";

    /// <summary>How values of a field change.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="field">Number of the field.</param>
    public UnitConversion Conversion(Variable variable, int field) => string.IsNullOrEmpty(variable.Units) || variable.Units == Unit(variable, field)
        ? new UnitConversion(1, 0)
        : At(variable, () => Data.Conventions.Unit.Conversion(variable.Units, Unit(variable, field)));

    private T At<T>(Variable variable, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (UserError error) when (error is not Data.FormatError)
        {
            throw new UserError(error.What, $"{source}: {variable.Name}", error.Found, error.Expected, error.Remedy ?? "correct the unit in the file or in the project", error);
        }
    }
}
