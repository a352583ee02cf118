using NodaTime;
using Residuum.Numerics.Errors;

namespace Residuum.Data.Conventions;

/// <summary>A calendar of the CF conventions: dates to day numbers and back.</summary>
/// <remarks>Gregorian and Julian dates by NodaTime; the calendars of climate models (365, 366 or 360 days in every year) by their own arithmetic.</remarks>
public abstract class CfCalendar
{
    private static readonly int[] MonthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

    /// <summary>Name in CF.</summary>
    public abstract string Name { get; }

    /// <summary>The calendar of a <c>calendar</c> attribute; none means <c>standard</c>.</summary>
    /// <param name="name">Name, in any case.</param>
    /// <exception cref="UserError">Not a calendar of CF.</exception>
    public static CfCalendar Named(string? name) => name?.Trim().ToLowerInvariant() switch
    {
        null or "" or "standard" or "gregorian" => new MixedCalendar(),
        "proleptic_gregorian" => new CivilCalendar("proleptic_gregorian", CalendarSystem.Iso, firstYear: -9998),
        "julian" => new CivilCalendar("julian", CalendarSystem.Julian, firstYear: 1),
        "noleap" or "365_day" => new FixedYearCalendar("noleap", MonthLengths),
        "all_leap" or "366_day" => new FixedYearCalendar("all_leap", [31, 29, .. MonthLengths[2..]]),
        "360_day" => new FixedYearCalendar("360_day", [.. Enumerable.Repeat(30, 12)]),
        _ => throw new UserError("unknown calendar", found: FormatError.Quote(name!),
            expected: "standard, proleptic_gregorian, julian, noleap, all_leap or 360_day"),
    };

    /// <summary>Number of a day; consecutive days differ by one, the origin depends on the calendar.</summary>
    /// <param name="year">Year.</param>
    /// <param name="month">Month, from 1.</param>
    /// <param name="day">Day, from 1.</param>
    /// <exception cref="UserError">No such day in this calendar.</exception>
    public abstract long DayNumber(int year, int month, int day);

    /// <summary>Date of a day number.</summary>
    /// <param name="dayNumber">Number, as <see cref="DayNumber"/> counts.</param>
    /// <exception cref="UserError">Outside the years that the calendar covers.</exception>
    public abstract (int Year, int Month, int Day) DateOf(long dayNumber);

    private UserError NoSuchDay(int year, int month, int day) =>
        new($"no such day in the calendar {Name}", found: $"{year:d4}-{month:d2}-{day:d2}");

    /// <summary>A calendar that NodaTime covers.</summary>
    private sealed class CivilCalendar(string name, CalendarSystem system, int firstYear) : CfCalendar
    {
        private static readonly LocalDate Origin = new(1970, 1, 1);

        public override string Name => name;

        public override long DayNumber(int year, int month, int day)
        {
            if (year < firstYear || year > system.MaxYear || month is < 1 or > 12 || day < 1 || day > system.GetDaysInMonth(year, month))
                throw NoSuchDay(year, month, day);
            return Period.DaysBetween(Origin, new LocalDate(year, month, day, system).WithCalendar(CalendarSystem.Iso));
        }

        public override (int Year, int Month, int Day) DateOf(long dayNumber)
        {
            try
            {
                var date = Origin.PlusDays(checked((int)dayNumber)).WithCalendar(system);
                return (date.Year, date.Month, date.Day);
            }
            catch (Exception error) when (error is OverflowException or ArgumentOutOfRangeException)
            {
                throw new UserError($"a time outside the years of the calendar {name}", inner: error);
            }
        }
    }

    /// <summary>Julian up to 4 October 1582, Gregorian from the 15th.</summary>
    private sealed class MixedCalendar : CfCalendar
    {
        private static readonly CivilCalendar Julian = new("standard", CalendarSystem.Julian, firstYear: 1), Gregorian = new("standard", CalendarSystem.Iso, firstYear: 1);
        private static readonly long Change = Gregorian.DayNumber(1582, 10, 15);

        public override string Name => "standard";

        public override long DayNumber(int year, int month, int day)
        {
            if ((year, month) == (1582, 10) && day is > 4 and < 15) throw NoSuchDay(year, month, day);
            bool isGregorian = (year, month, day).CompareTo((1582, 10, 15)) >= 0;
            return (isGregorian ? Gregorian : Julian).DayNumber(year, month, day);
        }

        public override (int Year, int Month, int Day) DateOf(long dayNumber) => (dayNumber >= Change ? Gregorian : Julian).DateOf(dayNumber);
    }

    /// <summary>Every year alike, as many climate models count.</summary>
    private sealed class FixedYearCalendar(string name, int[] months) : CfCalendar
    {
        private const int LastYear = 1_000_000;

        private readonly int _yearLength = months.Sum();

        public override string Name => name;

        public override long DayNumber(int year, int month, int day)
        {
            if (Math.Abs(year) > LastYear || month is < 1 or > 12 || day < 1 || day > months[month - 1]) throw NoSuchDay(year, month, day);
            return (long)year * _yearLength + months.AsSpan(0, month - 1).ToArray().Sum() + day - 1;
        }

        public override (int Year, int Month, int Day) DateOf(long dayNumber)
        {
            long year = Math.DivRem(dayNumber, _yearLength, out long rest);
            if (rest < 0) (year, rest) = (year - 1, rest + _yearLength);
            if (Math.Abs(year) > LastYear) throw new UserError($"a time outside the years of the calendar {name}");
            int month = 0;
            while (rest >= months[month]) rest -= months[month++];
            return ((int)year, month + 1, (int)rest + 1);
        }
    }
}
