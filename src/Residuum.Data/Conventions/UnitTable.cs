namespace Residuum.Data.Conventions;

/// <summary>The units that are known, by symbol and name (UDUNITS-2's spellings), and the SI prefixes.</summary>
internal static class UnitTable
{
    private static readonly Dimensionality
        Metre = new(1, 0, 0, 0, 0, 0, 0, 0), Second = new(0, 1, 0, 0, 0, 0, 0, 0), Kilogram = new(0, 0, 1, 0, 0, 0, 0, 0), Kelvin = new(0, 0, 0, 1, 0, 0, 0, 0),
        Ampere = new(0, 0, 0, 0, 1, 0, 0, 0), Mole = new(0, 0, 0, 0, 0, 1, 0, 0), Candela = new(0, 0, 0, 0, 0, 0, 1, 0), Radian = new(0, 0, 0, 0, 0, 0, 0, 1);

    private static readonly Dimensionality Newton = Kilogram * Metre * Second.Power(-2), Joule = Newton * Metre, Pascal = Newton * Metre.Power(-2);

    private static readonly Dictionary<string, Unit> Units = Table();

    private static readonly (string Name, double Numerator, double Denominator)[] Prefixes =
    [
        ("yotta", 1e24, 1), ("zetta", 1e21, 1), ("exa", 1e18, 1), ("peta", 1e15, 1), ("tera", 1e12, 1), ("giga", 1e9, 1), ("mega", 1e6, 1), ("kilo", 1e3, 1), ("hecto", 100, 1), ("deca", 10, 1),
        ("deci", 1, 10), ("centi", 1, 100), ("milli", 1, 1e3), ("micro", 1, 1e6), ("nano", 1, 1e9), ("pico", 1, 1e12), ("femto", 1, 1e15),
        ("da", 10, 1), ("Y", 1e24, 1), ("Z", 1e21, 1), ("E", 1e18, 1), ("P", 1e15, 1), ("T", 1e12, 1), ("G", 1e9, 1), ("M", 1e6, 1), ("k", 1e3, 1), ("h", 100, 1),
        ("d", 1, 10), ("c", 1, 100), ("m", 1, 1e3), ("u", 1, 1e6), ("\u00b5", 1, 1e6), ("\u03bc", 1, 1e6), ("n", 1, 1e9), ("p", 1, 1e12), ("f", 1, 1e15),
    ];

    private static readonly HashSet<string>
        PrefixedSymbols = ["m", "s", "g", "K", "A", "mol", "cd", "rad", "Hz", "N", "J", "W", "V", "Pa", "bar", "l", "L"],
        PrefixedNames = ["meter", "metre", "second", "gram", "kelvin", "ampere", "mole", "candela", "radian", "hertz", "newton", "joule", "watt", "volt", "pascal", "liter", "litre"];

    /// <summary>The unit of a word: as it stands, in the singular, or after a prefix; null where it is not known.</summary>
    public static Unit? Find(string word)
    {
        if (Word(word) is { } unit) return unit;
        foreach (var (name, numerator, denominator) in Prefixes)
        {
            if (!word.StartsWith(name, StringComparison.Ordinal) || Word(word[name.Length..]) is not { } stem) continue;
            // Short prefixes go before symbols, long ones before names: "kilom" and "mday" are no units.
            var prefixed = name.Length <= 2 ? PrefixedSymbols : PrefixedNames;
            if (prefixed.Contains(stem.Text)) return new Unit(word, stem.Numerator * numerator, stem.Denominator * denominator, 0, stem.Dimensions);
        }
        return null;
    }

    private static Unit? Word(string word) =>
        Units.TryGetValue(word, out var unit) || (word.Length > 3 && word.EndsWith('s') && Units.TryGetValue(word[..^1], out unit)) ? unit : null;

    private static Dictionary<string, Unit> Table()
    {
        var table = new Dictionary<string, Unit>(StringComparer.Ordinal);
        Add(Metre, 1, 1, "m", "meter", "metre");
        Add(Metre, 1852, 1, "nautical_mile", "nmile");
        Add(Metre, 0.3048, 1, "ft", "foot", "feet");
        Add(Second, 1, 1, "s", "sec", "second");
        Add(Second, 60, 1, "min", "minute");
        Add(Second, 3600, 1, "h", "hr", "hour");
        Add(Second, 86400, 1, "d", "day");
        Add(Second, 604800, 1, "week");
        Add(Kilogram, 1, 1000, "g", "gram");
        Add(Kilogram, 1000, 1, "t", "tonne");
        Add(Kelvin, 1, 1, "K", "kelvin", "degree_K", "degrees_K", "degK", "deg_K");
        AddShifted(Kelvin, 273.15, "degC", "deg_C", "degree_C", "degrees_C", "celsius", "Celsius", "degree_Celsius", "degrees_Celsius", "\u00b0C");
        Add(Ampere, 1, 1, "A", "ampere");
        Add(Mole, 1, 1, "mol", "mole");
        Add(Candela, 1, 1, "cd", "candela");
        Add(Radian, 1, 1, "rad", "radian");
        Add(Radian, Math.PI, 180, "deg", "degree", "degrees", "degree_north", "degrees_north", "degree_N", "degrees_N", "degree_east", "degrees_east", "degree_E", "degrees_E", "\u00b0");
        Add(Second.Power(-1), 1, 1, "Hz", "hertz");
        Add(Newton, 1, 1, "N", "newton");
        Add(Joule, 1, 1, "J", "joule");
        Add(Joule * Second.Power(-1), 1, 1, "W", "watt");
        Add(Joule * Second.Power(-1) * Ampere.Power(-1), 1, 1, "V", "volt");
        Add(Pascal, 1, 1, "Pa", "pascal");
        Add(Pascal, 100000, 1, "bar");
        Add(Pascal, 101325, 1, "atm", "atmosphere");
        Add(Metre.Power(3), 1, 1000, "l", "L", "liter", "litre");
        Add(Metre * Second.Power(-1), 1852, 3600, "kt", "kts", "knot");
        Add(Dimensionality.None, 1, 100, "%", "percent");
        Add(Dimensionality.None, 1, 1e6, "ppm");
        Add(Dimensionality.None, 1, 1, "dimensionless", "none", "unitless");
        return table;

        void Add(Dimensionality dimensions, double numerator, double denominator, params string[] names)
        {
            foreach (string name in names) table.Add(name, new Unit(name, numerator, denominator, 0, dimensions));
        }

        void AddShifted(Dimensionality dimensions, double offset, params string[] names)
        {
            foreach (string name in names) table.Add(name, new Unit(name, 1, 1, offset, dimensions));
        }
    }
}
