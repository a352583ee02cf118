using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Residuum.Neural.Training;

/// <summary>The gradients of one step, one tensor for each parameter; whoever is handed them may change them in place.</summary>
/// <param name="Step">Step, from 0.</param>
/// <param name="Loss">Loss of the step.</param>
/// <param name="Names">Names of the parameters.</param>
/// <param name="Parameters">The parameters.</param>
/// <param name="Values">Gradient of each parameter, in its shape.</param>
public sealed record Gradients(long Step, double Loss, IReadOnlyList<string> Names, IReadOnlyList<Parameter> Parameters, IReadOnlyList<Tensor> Values);
