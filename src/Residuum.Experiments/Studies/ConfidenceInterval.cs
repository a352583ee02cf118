using System.Text.Json;
using System.Text.Json.Serialization;
using MathNet.Numerics.Distributions;

namespace Residuum.Experiments.Studies;

/// <summary>An interval that holds the mean of a normal population with 95 % confidence (Student's t).</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
[JsonConverter(typeof(ConfidenceIntervalJson))]
public readonly record struct ConfidenceInterval(double Low, double High)
{
    private const double UpperTail = 0.975; // two-sided 95 %

    /// <summary>The interval mean ± t s/√n; null for fewer than two values or where one is not finite.</summary>
    /// <param name="values">One value for each seed.</param>
    public static ConfidenceInterval? OfMean(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        int n = values.Count;
        if (n < 2 || !values.All(double.IsFinite)) return null;
        double mean = values.Sum() / n;
        double variance = values.Sum(x => (x - mean) * (x - mean)) / (n - 1);
        double half = StudentT.InvCDF(0, 1, n - 1, UpperTail) * Math.Sqrt(variance / n);
        return new ConfidenceInterval(mean - half, mean + half);
    }
}

/// <summary>An interval as <c>[low, high]</c>.</summary>
internal sealed class ConfidenceIntervalJson : JsonConverter<ConfidenceInterval>
{
    public override ConfidenceInterval Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<double[]>(ref reader, options) is [var low, var high]
            ? new ConfidenceInterval(low, high)
            : throw new JsonException("an interval needs two numbers");

    public override void Write(Utf8JsonWriter writer, ConfidenceInterval value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, new[] { value.Low, value.High }, options);
}
