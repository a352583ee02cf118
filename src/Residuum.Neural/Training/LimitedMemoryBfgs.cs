using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;

namespace Residuum.Neural.Training;

/// <summary>L-BFGS by the two-loop recursion (Nocedal and Wright, Numerical Optimization, Algorithm 7.4), one gradient a step and no line search, as torch's default.</summary>
/// <remarks>The first step is min(1, 1/|g|_1) of the learning rate. A pair is kept where its curvature s·y is clearly positive.</remarks>
internal sealed class LimitedMemoryBfgs(TrainingOptions options) : Optimizer
{
    private const double LeastCurvature = 1e-10, LeastGradient = 1e-7, LeastDescent = 1e-9;
    private const string LastGradient = "last-gradient", LastStep = "last-step";

    public override void Step(IReadOnlyList<string> names, IReadOnlyList<Tensor> parameters, IReadOnlyList<Tensor> gradients, double rate, long step)
    {
        var g = cat([.. gradients.Select(gradient => gradient.reshape(-1))]);
        if (g.abs().max().ToDouble() <= LeastGradient) return;
        bool isFirst = !State.ContainsKey(LastGradient);
        if (!isFirst) Remember(State[LastStep], g - State[LastGradient]);
        var d = Direction(g);
        double length = isFirst ? Math.Min(1, 1 / g.abs().sum().ToDouble()) * rate : rate;
        Keep(LastGradient, g);
        Keep(LastStep, d * length);
        if (g.dot(d).ToDouble() > -LeastDescent) return;
        Add(parameters, d, length);
    }

    private void Remember(Tensor s, Tensor y)
    {
        if (s.dot(y).ToDouble() <= LeastCurvature) return;
        int count = Pairs;
        if (count == options.History)
        {
            for (int i = 1; i < count; i++)
            {
                Keep(Name("s", i - 1), Release(Name("s", i)));
                Keep(Name("y", i - 1), Release(Name("y", i)));
            }
            count--;
        }
        Keep(Name("s", count), s.clone());
        Keep(Name("y", count), y.clone());
    }

    /// <summary>-H g.</summary>
    private Tensor Direction(Tensor g)
    {
        int count = Pairs;
        var q = -g;
        var a = new double[count];
        for (int i = count - 1; i >= 0; i--)
        {
            var (s, y) = Pair(i);
            a[i] = s.dot(q).ToDouble() / s.dot(y).ToDouble();
            q.add_(y, alpha: -a[i]);
        }
        if (count > 0)
        {
            var (s, y) = Pair(count - 1);
            q.mul_(s.dot(y).ToDouble() / y.dot(y).ToDouble());
        }
        for (int i = 0; i < count; i++)
        {
            var (s, y) = Pair(i);
            double b = y.dot(q).ToDouble() / s.dot(y).ToDouble();
            q.add_(s, alpha: a[i] - b);
        }
        return q;
    }

    private static void Add(IReadOnlyList<Tensor> parameters, Tensor direction, double length)
    {
        long offset = 0;
        foreach (var parameter in parameters)
        {
            long count = parameter.numel();
            parameter.add_(direction.narrow(0, offset, count).view_as(parameter), alpha: length);
            offset += count;
        }
    }

    private int Pairs => State.Keys.Count(name => name.StartsWith("s/", StringComparison.Ordinal));

    private (Tensor S, Tensor Y) Pair(int i) => (State[Name("s", i)], State[Name("y", i)]);

    private static string Name(string kind, int i) => string.Create(CultureInfo.InvariantCulture, $"{kind}/{i:d4}");
}
