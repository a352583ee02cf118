using System.Globalization;

namespace Residuum.Data.Conventions;

/// <summary>Exponents of the base units metre, second, kilogram, kelvin, ampere, mole, candela and radian.</summary>
internal readonly record struct Dimensionality(int Length, int Time, int Mass, int Temperature, int Current, int Amount, int Light, int Angle)
{
    public static Dimensionality None { get; }

    public static Dimensionality operator *(Dimensionality a, Dimensionality b) => new(
        a.Length + b.Length, a.Time + b.Time, a.Mass + b.Mass, a.Temperature + b.Temperature,
        a.Current + b.Current, a.Amount + b.Amount, a.Light + b.Light, a.Angle + b.Angle);

    public Dimensionality Power(int n) => new(Length * n, Time * n, Mass * n, Temperature * n, Current * n, Amount * n, Light * n, Angle * n);

    public override string ToString()
    {
        (string Symbol, int Exponent)[] parts =
            [("m", Length), ("s", Time), ("kg", Mass), ("K", Temperature), ("A", Current), ("mol", Amount), ("cd", Light), ("rad", Angle)];
        string text = string.Join(' ', parts.Where(part => part.Exponent != 0).Select(part =>
            part.Exponent == 1 ? part.Symbol : part.Symbol + part.Exponent.ToString(CultureInfo.InvariantCulture)));
        return text.Length == 0 ? "a pure number" : text;
    }
}
