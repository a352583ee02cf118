using Residuum.Data.Arrays;
using Residuum.Numerics.Errors;

namespace Residuum.Data.Conventions;

/// <summary>Reads variables as the CF conventions mean them: missing values NaN, packed values unpacked, in the unit that is asked for.</summary>
public static class Cf
{
    /// <summary>NC_FILL_DOUBLE and NC_FILL_FLOAT: what the netCDF library leaves in cells that were never written.</summary>
    private const double DefaultFill = 9.969209968386869e36;

    /// <summary>Values of a variable, missing ones NaN, unpacked.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="unit">Wanted unit, or null to keep the file's.</param>
    /// <exception cref="UserError">Text, no <c>units</c> attribute where a unit is asked for, or a unit that does not convert; the message names both units.</exception>
    public static double[] Read(Variable variable, string? unit = null)
    {
        ArgumentNullException.ThrowIfNull(variable);
        return Read(variable, 0, variable.Rows, unit);
    }

    /// <summary>Rows of a variable along its first dimension, missing values NaN, unpacked.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="first">First row.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="unit">Wanted unit, or null to keep the file's.</param>
    /// <exception cref="UserError">Text, no <c>units</c> attribute where a unit is asked for, or a unit that does not convert; the message names both units.</exception>
    public static double[] Read(Variable variable, long first, long rows, string? unit = null)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var conversion = unit is null ? new UnitConversion(1, 0) : Conversion(variable, unit);
        double[] values = variable.Read(first, rows);
        MakeUnsigned(variable, values);
        MarkMissing(variable, values);
        new UnitConversion(variable.Attributes.Number("scale_factor") ?? 1, variable.Attributes.Number("add_offset") ?? 0).Apply(values);
        conversion.Apply(values);
        return values;
    }

    /// <summary>Values of a time coordinate as a duration since its reference date.</summary>
    /// <param name="variable">A variable with units such as <c>days since 2001-01-01</c>, or a plain duration such as <c>s</c>.</param>
    /// <param name="unit">Wanted unit of time.</param>
    /// <exception cref="UserError">No time, an unknown calendar, or a unit that does not convert.</exception>
    public static double[] ReadTime(Variable variable, string unit)
    {
        ArgumentNullException.ThrowIfNull(variable);
        if (!CfTime.IsTime(variable.Units)) return Read(variable, unit);
        double[] values = Read(variable);
        Named(variable, () => TimeOf(variable).To(unit)).Apply(values);
        return values;
    }

    /// <summary>The time coordinate that a variable's <c>units</c> and <c>calendar</c> describe.</summary>
    /// <param name="variable">The variable.</param>
    /// <exception cref="UserError">No time, or an unknown calendar.</exception>
    public static CfTime TimeOf(Variable variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        return Named(variable, () => CfTime.Parse(variable.Units ?? "", variable.Attributes.Text("calendar")));
    }

    private static UnitConversion Conversion(Variable variable, string unit)
    {
        if (variable.Units is not { } own)
            throw new UserError("no units attribute", $"variable {FormatError.Quote(variable.Name)}", expected: $"units that convert to {FormatError.Quote(unit)}", remedy: "add the attribute to the file");
        return Named(variable, () => Unit.Conversion(own, unit));
    }

    /// <summary>Says which variable an error of units is about.</summary>
    private static T Named<T>(Variable variable, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (UserError error) when (error.Where is null)
        {
            throw new UserError(error.What, $"variable {FormatError.Quote(variable.Name)}", error.Found, error.Expected, error.Remedy, error);
        }
    }

    /// <summary>NUG's <c>_Unsigned</c>: classic files have no unsigned types.</summary>
    private static void MakeUnsigned(Variable variable, double[] values)
    {
        double modulus = variable.Type switch { ElementType.Int8 => 256, ElementType.Int16 => 65536, ElementType.Int32 => 4294967296, _ => 0 };
        if (modulus == 0 || !string.Equals(variable.Attributes.Text("_Unsigned"), "true", StringComparison.OrdinalIgnoreCase)) return;
        foreach (ref double value in values.AsSpan()) value = value < 0 ? value + modulus : value;
    }

    /// <summary>CF 2.5.1: fill values, missing values and what lies outside the valid range, all in packed form.</summary>
    private static void MarkMissing(Variable variable, double[] values)
    {
        var missing = new HashSet<double>();
        foreach (string name in (ReadOnlySpan<string>)["_FillValue", "missing_value"])
        {
            if (variable.Attributes.TryGet(name, out var value) && !value.IsText) missing.UnionWith(AsStored(variable, value.Numbers));
        }
        if (missing.Count == 0 && variable.Type is ElementType.Float32 or ElementType.Float64)
            missing.UnionWith(AsStored(variable, [DefaultFill]));
        var (low, high) = ValidRange(variable);
        foreach (ref double value in values.AsSpan())
        {
            if (value < low || value > high || missing.Contains(value)) value = double.NaN;
        }
    }

    /// <summary>A float variable stores a double fill value rounded; an unsigned one stores it modulo its range.</summary>
    private static double[] AsStored(Variable variable, double[] numbers)
    {
        double[] stored = variable.Type == ElementType.Float32 ? Array.ConvertAll(numbers, number => (double)(float)number) : numbers;
        MakeUnsigned(variable, stored);
        return stored;
    }

    private static (double Low, double High) ValidRange(Variable variable)
    {
        if (variable.Attributes.TryGet("valid_range", out var range) && !range.IsText && range.Numbers is [var low, var high])
        {
            double[] ends = AsStored(variable, [low, high]);
            return (ends[0], ends[1]);
        }
        return (variable.Attributes.Number("valid_min") ?? double.NegativeInfinity, variable.Attributes.Number("valid_max") ?? double.PositiveInfinity);
    }
}
