using Residuum.Numerics.Errors;

namespace Residuum.Distribution.Compressors;

/// <summary>What a message lost, measured.</summary>
public static class CompressionLoss
{
    /// <summary>α̂ = 1 - |C(v) - v|²/|v|², to compare with the declared constant; 1 where v is zero and stays so.</summary>
    /// <param name="vector">v.</param>
    /// <param name="message">C(v).</param>
    /// <exception cref="UserError">The message is of a vector of another length.</exception>
    public static double Measure(ReadOnlySpan<double> vector, Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (message.Length != vector.Length) throw new UserError("the message is of another vector", found: $"length {message.Length}", expected: $"{vector.Length}");
        double largest = 0, norm = 0, error = 0;
        foreach (double value in vector) largest = Math.Max(largest, Math.Abs(value));
        if (largest == 0) return message.Values.ContainsAnyExcept(0) ? double.NegativeInfinity : 1;
        // Relative to the largest, so that no square leaves the range of numbers.
        for (int i = 0, next = 0; i < vector.Length; i++)
        {
            double sent = !message.IsSparse ? message.Values[i] : next < message.Indices.Length && message.Indices[next] == i ? message.Values[next++] : 0;
            norm += Square(vector[i] / largest);
            error += Square((sent - vector[i]) / largest);
        }
        return 1 - (error / norm);
    }

    private static double Square(double value) => value * value;
}
