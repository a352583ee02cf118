using Residuum.Neural.Training;
using Residuum.Numerics.Options;

namespace Residuum.Discovery.Corrections;

/// <summary>How a network that corrects a model is built and trained.</summary>
public sealed record NeuralCorrectionOptions
{
    /// <summary>What the network sees around a point.</summary>
    [Option("What the network sees around a point: neighbours in every layer (convolution), or one stencil (stencil).", Source = "medida-qg, Baselines")]
    public CorrectionKind Kind { get; init; } = CorrectionKind.Convolution;

    /// <summary>Channels of a hidden layer.</summary>
    [Option("Channels of a hidden layer.", Range = "[1, 10000]")]
    public int Channels { get; init => field = Require.Declared(this, value); } = 32;

    /// <summary>Number of hidden layers.</summary>
    [Option("Hidden layers.", Range = "[1, 100]")]
    public int HiddenLayers { get; init => field = Require.Declared(this, value); } = 2;

    /// <summary>Points to each side that a kernel reaches.</summary>
    [Option("Points to each side that a kernel reaches.", Range = "[0, 100]")]
    public int Reach { get; init => field = Require.Declared(this, value); } = 1;

    /// <summary>Whether ∇²ψ is an input beside ψ.</summary>
    [Option("Whether the Laplacian of the stream functions is an input beside them, as MEDIDA has it among its columns.")]
    public bool Vorticity { get; init; } = true;

    /// <summary>Points cut from every side: they are not trained on.</summary>
    [Option("Points cut from every side, which are not trained on: sponge and edges.", Range = "[0, 10000]", Source = "medida-qg, Algorithm 4: 20 on 96 x 192, 10 on 64 x 96")]
    public int Cut { get; init => field = Require.Declared(this, value); } = 20;

    /// <summary>Last pairs that judge the training and are not trained on, where there are more than twice as many.</summary>
    [Option("Last pairs that judge the training and are not trained on, where there are more than twice as many.", Range = "[0, 1000]")]
    public int HeldOutPairs { get; init => field = Require.Declared(this, value); } = 1;

    /// <summary>Training steps.</summary>
    [Option("Training steps.", Range = "[1, 1e9]")]
    public int Steps { get; init => field = Require.Declared(this, value); } = 600;

    /// <summary>Learning rate at the first step; it falls along a cosine.</summary>
    [Option("Learning rate at the first step; it falls along a cosine to a hundredth.", Range = "(0, 1]")]
    public double LearningRate { get; init => field = Require.Declared(this, value); } = 5e-3;

    internal TrainingOptions Training => new() { Steps = Steps, LearningRate = LearningRate, Schedule = ScheduleKind.Cosine, WarmUp = Math.Min(20, Steps / 10) };

    /// <summary>Points along each side of the kernel of each layer.</summary>
    internal int[] Sizes => [.. Enumerable.Range(0, HiddenLayers + 1).Select(layer => layer == 0 || Kind == CorrectionKind.Convolution ? (2 * Reach) + 1 : 1)];
}
