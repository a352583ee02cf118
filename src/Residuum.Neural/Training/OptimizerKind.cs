namespace Residuum.Neural.Training;

/// <summary>Rule by which gradients change weights.</summary>
public enum OptimizerKind
{
    /// <summary>Adam, with AMSGrad as an option.</summary>
    Adam,

    /// <summary>Stochastic gradient descent with momentum.</summary>
    Sgd,

    /// <summary>L-BFGS without a line search: for full batches.</summary>
    Lbfgs,
}
