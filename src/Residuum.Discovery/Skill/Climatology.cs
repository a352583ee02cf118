using System.Numerics.Tensors;
using Residuum.Discovery.Solvers;

namespace Residuum.Discovery.Skill;

/// <summary>What a system does in the long run, field by field.</summary>
/// <param name="Mean">Mean of each field, <c>[fields]</c>.</param>
/// <param name="Deviation">Standard deviation of each field over points and time, <c>[fields]</c>.</param>
public sealed record Climatology(double[] Mean, double[] Deviation)
{
    /// <summary>Over all members and points of a batch, such as the states of a long run.</summary>
    /// <param name="states">States; at least two numbers in each field.</param>
    public static Climatology Of(StateBatch states)
    {
        ArgumentNullException.ThrowIfNull(states);
        int fields = states.Layout.Fields.Count;
        double[] mean = new double[fields], deviation = new double[fields];
        double count = (double)states.Members * states.Layout.Points;
        for (int field = 0; field < fields; field++)
        {
            for (int member = 0; member < states.Members; member++) mean[field] += TensorPrimitives.Sum<double>(states.Field(member, field)) / count;
            double squares = 0;
            foreach (int member in Enumerable.Range(0, states.Members)) squares += SquaresAbout(mean[field], states.Field(member, field));
            deviation[field] = Math.Sqrt(squares / (count - 1));
        }
        return new Climatology(mean, deviation);
    }

    /// <summary>RMSE over all fields, each in units of its standard deviation: about √2 for two unrelated states.</summary>
    /// <param name="state">One state, <c>[fields, points]</c>.</param>
    /// <param name="truth">The other.</param>
    public double NormalisedRmse(ReadOnlySpan<double> state, ReadOnlySpan<double> truth)
    {
        int points = state.Length / Deviation.Length;
        double sum = 0;
        for (int field = 0; field < Deviation.Length; field++)
        {
            double distance = TensorPrimitives.Distance(state.Slice(field * points, points), truth.Slice(field * points, points)) / Deviation[field];
            sum += distance * distance;
        }
        return Math.Sqrt(sum / state.Length);
    }

    private static double SquaresAbout(double mean, ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values) sum += (value - mean) * (value - mean);
        return sum;
    }
}
