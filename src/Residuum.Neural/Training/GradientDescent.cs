using static TorchSharp.torch;

namespace Residuum.Neural.Training;

/// <summary>w ← w - η u, u ← μ u + g.</summary>
internal sealed class GradientDescent(TrainingOptions options) : Optimizer
{
    public override void Step(IReadOnlyList<string> names, IReadOnlyList<Tensor> parameters, IReadOnlyList<Tensor> gradients, double rate, long step)
    {
        for (int i = 0; i < parameters.Count; i++)
        {
            var u = options.Momentum == 0 ? gradients[i] : Memory($"velocity/{names[i]}", parameters[i]).mul_(options.Momentum).add_(gradients[i]);
            parameters[i].add_(u, alpha: -rate);
        }
    }
}
