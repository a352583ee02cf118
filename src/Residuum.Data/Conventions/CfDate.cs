using System.Globalization;

namespace Residuum.Data.Conventions;

/// <summary>A date and time of a CF calendar.</summary>
/// <param name="Year">Year.</param>
/// <param name="Month">Month, from 1.</param>
/// <param name="Day">Day, from 1.</param>
/// <param name="Hour">Hour.</param>
/// <param name="Minute">Minute.</param>
/// <param name="Second">Second.</param>
/// <param name="Microsecond">Microsecond.</param>
public readonly record struct CfDate(int Year, int Month, int Day, int Hour, int Minute, int Second, int Microsecond)
{
    /// <summary>ISO 8601, with microseconds where there are any.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Year:d4}-{Month:d2}-{Day:d2}T{Hour:d2}:{Minute:d2}:{Second:d2}{(Microsecond == 0 ? "" : $".{Microsecond:d6}")}");
}
