using System.Numerics.Tensors;
using Residuum.Distribution.Compressors;

namespace Residuum.Distribution.Methods;

/// <summary>A method of distributed optimisation: what a worker sends, what it remembers, and which way all of them step.</summary>
/// <remarks>The server's state is kept by every rank, so that no rank is special: each adds the same decoded messages in the order of the workers.
/// An instance is immutable; all that changes lies in the buffers that it names, which a checkpoint holds.</remarks>
public abstract class DistributedMethod
{
    /// <summary>Name as the command line spells it.</summary>
    public abstract string Name { get; }

    /// <summary>Names of the vectors that each worker remembers.</summary>
    public virtual IReadOnlyList<string> WorkerBuffers => [];

    /// <summary>Names of the vectors that the server remembers.</summary>
    public virtual IReadOnlyList<string> ServerBuffers => [];

    /// <summary>What the first round sends.</summary>
    public virtual FirstMessage First => FirstMessage.Compressed;

    /// <summary>Messages of a worker in a round.</summary>
    public virtual int MessagesPerRound => 1;

    /// <summary>Probability that all workers send their whole gradient in a round after the first.</summary>
    public virtual double WholeRounds => 0;

    /// <summary>Whether a worker's message also depends on its gradient at the x before, of the same samples.</summary>
    public virtual bool NeedsLastGradient => false;

    /// <summary>The method with all that depends on the compressor fixed.</summary>
    /// <param name="compressor">The compressor.</param>
    /// <param name="length">Length of x.</param>
    public virtual DistributedMethod For(ICompressor compressor, int length) => this;

    /// <summary>What its theory asks of the compressor; null for nothing.</summary>
    protected virtual CompressorClass? Needs => CompressorClass.Contractive;

    /// <summary>Why a compressor does not go with the method; null where it does.</summary>
    /// <param name="compressor">The compressor.</param>
    /// <param name="length">Length of x.</param>
    public virtual string? Refuses(ICompressor compressor, int length)
    {
        ArgumentNullException.ThrowIfNull(compressor);
        bool isLossless = compressor.Class == CompressorClass.Contractive && compressor.Constant(length) == 1;
        return (Needs, compressor.Class) switch
        {
            (CompressorClass.Unbiased, not CompressorClass.Unbiased) when !isLossless => "it needs an unbiased compressor, such as randk or natural",
            (CompressorClass.Contractive, CompressorClass.Unbiased) => "it needs a contractive compressor; an unbiased one becomes contractive when it is scaled by 1/(1 + ω)",
            _ => null,
        };
    }

    /// <summary>What a worker would send if nothing were lost.</summary>
    /// <param name="state">What it remembers.</param>
    /// <param name="gradient">g_i(x_t), times the worker's scale.</param>
    /// <param name="last">g_i(x_t-1) of the same samples where <see cref="NeedsLastGradient"/>; empty otherwise.</param>
    /// <param name="part">Which of its messages.</param>
    /// <param name="toSend">Replaced.</param>
    public abstract void ToSend(WorkerState state, ReadOnlySpan<double> gradient, ReadOnlySpan<double> last, int part, Span<double> toSend);

    /// <summary>What a worker remembers of what it sent.</summary>
    /// <param name="state">Changed.</param>
    /// <param name="gradient">g_i(x_t), times the worker's scale.</param>
    /// <param name="sent">What the receivers read, by part.</param>
    public virtual void AfterSending(WorkerState state, ReadOnlySpan<double> gradient, ReadOnlySpan<Message> sent)
    {
    }

    /// <summary>What a worker remembers after a round in which it sent its whole gradient.</summary>
    /// <param name="state">Changed.</param>
    /// <param name="gradient">What the receivers read of g_i(x_t), times the worker's scale.</param>
    public virtual void AfterWholeGradient(WorkerState state, ReadOnlySpan<double> gradient)
    {
    }

    /// <summary>e += g - h - sent: what a worker remembers of what was lost.</summary>
    private protected static void AddLost(Span<double> error, ReadOnlySpan<double> gradient, ReadOnlySpan<double> shift, Message sent)
    {
        TensorPrimitives.Add(error, gradient, error);
        TensorPrimitives.Subtract(error, shift, error);
        sent.AddTo(-1, error);
    }

    /// <summary>The direction of the step x -= γ · direction.</summary>
    /// <param name="server">The server's vectors, changed.</param>
    /// <param name="means">Weighted mean of the messages of each part.</param>
    /// <param name="direction">Replaced.</param>
    public abstract void Direction(IReadOnlyList<double[]> server, IReadOnlyList<double[]> means, Span<double> direction);

    /// <summary>The direction of a round of whole gradients.</summary>
    /// <param name="server">The server's vectors, changed.</param>
    /// <param name="mean">Weighted mean of the whole gradients.</param>
    /// <param name="direction">Replaced.</param>
    public virtual void DirectionOfWholeGradients(IReadOnlyList<double[]> server, double[] mean, Span<double> direction) => mean.CopyTo(direction);
}

/// <summary>What a method sends in its first round.</summary>
public enum FirstMessage
{
    /// <summary>A message as in every round; what is remembered begins with zeros.</summary>
    Compressed,

    /// <summary>The whole gradient, once.</summary>
    WholeGradient,
}
