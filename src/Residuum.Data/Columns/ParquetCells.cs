using ParquetSharp;

namespace Residuum.Data.Columns;

/// <summary>How a value of a Parquet column becomes a double: missing ones NaN, times seconds since 1970.</summary>
internal static class ParquetCells
{
    /// <summary>Unit of columns that hold dates or times.</summary>
    public const string TimeUnits = "seconds since 1970-01-01";

    private static readonly DateTime Epoch = DateTime.UnixEpoch;

    private static readonly Dictionary<Type, Delegate> Numbers = Table();

    private static readonly HashSet<Type> Times = [typeof(DateTime), typeof(DateTime?), typeof(DateTimeNanos), typeof(DateTimeNanos?), typeof(Date), typeof(Date?)];

    /// <summary>The conversion of a type, or null where it is no number.</summary>
    public static Func<T, double>? Number<T>() => Numbers.TryGetValue(typeof(T), out var convert) ? (Func<T, double>)convert : null;

    /// <summary>Whether a type is a date or a time.</summary>
    public static bool IsTime(Type type) => Times.Contains(type);

    private static Dictionary<Type, Delegate> Table()
    {
        var table = new Dictionary<Type, Delegate>();
        Add<double>(x => x);
        Add<float>(x => x);
        Add<sbyte>(x => x);
        Add<byte>(x => x);
        Add<short>(x => x);
        Add<ushort>(x => x);
        Add<int>(x => x);
        Add<uint>(x => x);
        Add<long>(x => x);
        Add<ulong>(x => x);
        Add<Half>(x => (double)x);
        Add<decimal>(x => (double)x);
        Add<bool>(x => x ? 1 : 0);
        Add<DateTime>(x => (x - Epoch).TotalSeconds);
        Add<DateTimeNanos>(x => x.Ticks / 1e9);
        Add<Date>(x => x.Days * 86400.0);
        Add<TimeSpan>(x => x.TotalSeconds);
        Add<TimeSpanNanos>(x => x.Ticks / 1e9);
        return table;

        void Add<T>(Func<T, double> convert)
            where T : struct
        {
            table[typeof(T)] = convert;
            table[typeof(T?)] = (T? value) => value is { } present ? convert(present) : double.NaN;
        }
    }
}
