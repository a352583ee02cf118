using static TorchSharp.torch;

namespace Residuum.Neural.Training;

/// <summary>Adam (Kingma and Ba, ICLR 2015, Algorithm 1), with AMSGrad (Reddi, Kale and Kumar, ICLR 2018) as torch has it: the largest mean square before its correction.</summary>
internal sealed class Adam(TrainingOptions options) : Optimizer
{
    public override void Step(IReadOnlyList<string> names, IReadOnlyList<Tensor> parameters, IReadOnlyList<Tensor> gradients, double rate, long step)
    {
        double correction1 = 1 - Math.Pow(options.Beta1, step + 1), correction2 = 1 - Math.Pow(options.Beta2, step + 1);
        for (int i = 0; i < parameters.Count; i++)
        {
            var g = gradients[i];
            var m = Memory($"mean/{names[i]}", parameters[i]).mul_(options.Beta1).add_(g, alpha: 1 - options.Beta1);
            var v = Memory($"square/{names[i]}", parameters[i]).mul_(options.Beta2).addcmul_(g, g, 1 - options.Beta2);
            if (options.AmsGrad)
            {
                var largest = Memory($"largest-square/{names[i]}", parameters[i]);
                v = largest.copy_(maximum(largest, v));
            }
            var divisor = v.sqrt().div_(Math.Sqrt(correction2)).add_(options.Epsilon);
            parameters[i].addcdiv_(m, divisor, -rate / correction1);
        }
    }
}
