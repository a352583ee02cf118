using Residuum.Distribution.Compressors;
using Residuum.Distribution.Methods;

namespace Residuum.Distribution.Verbs;

/// <summary>A method by its name.</summary>
internal static class MethodChoice
{
    private const double Momentum = 0.1; // η of the moving averages where none is given

    /// <summary>The method of the options, for a compressor.</summary>
    public static DistributedMethod Of(DistributeOptions options, ICompressor compressor, int length) => options.Method switch
    {
        MethodKind.Gd or MethodKind.Dcgd => new CompressedGradientDescent(),
        MethodKind.Ef14 => new ErrorCompensation(),
        MethodKind.Ef21 or MethodKind.Ef21W => new Ef21(),
        MethodKind.Ef21Sgdm => new Ef21Momentum(options.Eta ?? Momentum),
        MethodKind.Ef21Sgd2m => new Ef21Momentum(options.Eta ?? Momentum, twice: true),
        MethodKind.EcDouble => new DoubleCompensation(),
        MethodKind.Diana => new Diana(1 / (1 + Omega(compressor, length))),
        MethodKind.Marina => new Marina(1 / (1 + Omega(compressor, length))), // p = K/d for Rand-K, whose ω is d/K - 1
        _ => new EControl(options.Eta),
    };

    /// <summary>The compressor of the options: none for gradient descent.</summary>
    public static ICompressor Compressor(DistributeOptions options) =>
        options.Method == MethodKind.Gd ? new Identity { Precision = options.Values } : Compressors.Compressors.Create(options.Compressor, options.Values);

    /// <summary>ω of an unbiased compressor; 0 of the identity.</summary>
    public static double Omega(ICompressor compressor, int length) => compressor.Class == CompressorClass.Unbiased ? compressor.Constant(length) : 0;
}
