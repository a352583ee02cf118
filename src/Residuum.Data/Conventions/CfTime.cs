using System.Globalization;
using System.Text.RegularExpressions;
using Residuum.Numerics.Errors;

namespace Residuum.Data.Conventions;

/// <summary>A time coordinate of CF: <c>UNIT since DATE</c> in a calendar.</summary>
public sealed partial class CfTime
{
    private const long MicrosecondsPerDay = 86_400_000_000;

    private readonly Unit _unit;
    private readonly long _referenceDay, _referenceMicrosecond;
    private readonly double _microsecondsPerUnit;

    private CfTime(string units, Unit unit, CfCalendar calendar, long referenceDay, long referenceMicrosecond)
    {
        (Units, _unit, Calendar, _referenceDay, _referenceMicrosecond) = (units, unit, calendar, referenceDay, referenceMicrosecond);
        _microsecondsPerUnit = Unit.Conversion(unit.Text, "s").Scale * 1e6;
    }

    /// <summary>The <c>units</c> attribute.</summary>
    public string Units { get; }

    /// <summary>The calendar.</summary>
    public CfCalendar Calendar { get; }

    /// <summary>Whether a <c>units</c> attribute is that of a time coordinate.</summary>
    /// <param name="units">The attribute, or null.</param>
    public static bool IsTime(string? units) => units?.Contains(" since ", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Reads the attributes of a time coordinate.</summary>
    /// <param name="units">Such as <c>days since 2001-01-01 12:00</c>.</param>
    /// <param name="calendar">The <c>calendar</c> attribute, or null for the standard calendar.</param>
    /// <exception cref="UserError">Not a time, no such date, an unknown calendar, or months and years, which have no fixed length.</exception>
    public static CfTime Parse(string units, string? calendar = null)
    {
        ArgumentNullException.ThrowIfNull(units);
        var match = Form().Match(units);
        if (!match.Success) throw new UserError("not a time", found: FormatError.Quote(units), expected: "a unit since a date, such as 'days since 2001-01-01 00:00:00'");
        var cf = CfCalendar.Named(calendar);
        var unit = TimeUnit(match.Groups["unit"].Value.Trim(), cf);
        long day = cf.DayNumber(Whole("year"), Whole("month"), Whole("day"));
        long microsecond = Clock(match) - Zone(match);
        return new CfTime(units, unit, cf, day, microsecond);

        int Whole(string group) => int.Parse(match.Groups[group].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }

    /// <summary>Conversion of the coordinate's values to a duration since its own reference date.</summary>
    /// <param name="unit">Wanted unit, such as <c>s</c> or <c>h</c>.</param>
    public UnitConversion To(string unit) => _unit.To(Unit.Parse(unit));

    /// <summary>Conversion of the coordinate's values to a duration since another date of the same calendar.</summary>
    /// <param name="other">Coordinate that gives date and unit.</param>
    /// <exception cref="UserError">The calendars differ: there is no conversion that keeps durations.</exception>
    public UnitConversion To(CfTime other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Calendar.Name != Calendar.Name)
            throw new UserError("calendars differ", found: Calendar.Name, expected: other.Calendar.Name, remedy: "use one calendar");
        double days = (_referenceDay - other._referenceDay) + (double)(_referenceMicrosecond - other._referenceMicrosecond) / MicrosecondsPerDay;
        return new UnitConversion(_unit.To(other._unit).Scale, Unit.Conversion("d", other._unit.Text).Scale * days);
    }

    /// <summary>Date and time of a value, to the microsecond.</summary>
    /// <param name="value">Value of the coordinate.</param>
    /// <exception cref="UserError">Not finite, or outside the years of the calendar.</exception>
    public CfDate DateOf(double value)
    {
        if (!(Math.Abs(value * _microsecondsPerUnit) < 9e18)) throw new UserError("a time without a date", found: value.ToString(CultureInfo.InvariantCulture), expected: Units);
        // Whole and broken part apart: a product of the sum would lose microseconds after some centuries.
        double whole = Math.Floor(value);
        long total = _microsecondsPerUnit >= 1
            ? (long)whole * (long)_microsecondsPerUnit + (long)Math.Round((value - whole) * _microsecondsPerUnit)
            : (long)Math.Round(value * _microsecondsPerUnit);
        long day = Math.DivRem(total, MicrosecondsPerDay, out long rest);
        day += Math.DivRem(rest + _referenceMicrosecond, MicrosecondsPerDay, out rest);
        if (rest < 0) (day, rest) = (day - 1, rest + MicrosecondsPerDay);
        var (year, month, dayOfMonth) = Calendar.DateOf(_referenceDay + day);
        return new CfDate(year, month, dayOfMonth, (int)(rest / 3_600_000_000), (int)(rest / 60_000_000 % 60), (int)(rest / 1_000_000 % 60), (int)(rest % 1_000_000));
    }

    private static Unit TimeUnit(string text, CfCalendar calendar)
    {
        string word = text.TrimEnd('s').ToLowerInvariant();
        int? days = (word, calendar.Name) switch { ("month", "360_day") => 30, ("year", "360_day") => 360, _ => null };
        if (days is null && word is "month" or "year" or "common_year")
            throw new UserError("months and years have no fixed length", found: FormatError.Quote(text), expected: "days, hours, minutes or seconds");
        var unit = days is null ? Unit.Parse(UnitTable.Find(text) is null ? text.ToLowerInvariant() : text) : Unit.Parse($"{days} d");
        _ = unit.To(Unit.Parse("s"));
        return unit;
    }

    private static long Clock(Match match)
    {
        double hours = Part("hour"), minutes = Part("minute"), seconds = Part("second");
        if (hours > 24 || minutes >= 60 || seconds >= 61) throw new UserError("no such time of day", found: FormatError.Quote(match.Value));
        return (long)Math.Round((hours * 3600 + minutes * 60 + seconds) * 1e6);

        double Part(string group) => match.Groups[group].Success ? double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;
    }

    private static long Zone(Match match)
    {
        if (!match.Groups["sign"].Success) return 0;
        int minutes = 60 * int.Parse(match.Groups["zoneHour"].Value, CultureInfo.InvariantCulture);
        if (match.Groups["zoneMinute"].Success) minutes += int.Parse(match.Groups["zoneMinute"].Value, CultureInfo.InvariantCulture);
        return (match.Groups["sign"].Value == "-" ? -1 : 1) * minutes * 60_000_000L;
    }

    [GeneratedRegex(@"^\s*(?<unit>[A-Za-z_]{1,20})\s+since\s+(?<year>[+-]?\d{1,6})-(?<month>\d{1,2})-(?<day>\d{1,2})(?:(?:\s+|T)(?<hour>\d{1,2})(?::(?<minute>\d{1,2})(?::(?<second>\d{1,2}(?:\.\d{0,9})?))?)?)?\s*(?:Z|UTC|GMT|(?<sign>[+-])(?<zoneHour>\d{1,2})(?::?(?<zoneMinute>\d{2}))?)?\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Form();
}
