using Residuum.Numerics.Errors;

namespace Residuum.Data;

/// <summary>The one guard around parsers that others wrote: whatever they throw becomes a <see cref="FormatError"/> that names the file.</summary>
internal static class ThirdParty
{
    /// <summary>Runs a foreign parser.</summary>
    /// <param name="file">The file.</param>
    /// <param name="format">Name of the format.</param>
    /// <param name="read">What to run.</param>
    public static T Read<T>(string file, string format, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is not (UserError or OperationCanceledException))
        {
            throw FormatError.In(file, $"damaged or unusual {format}", FormatError.Quote(error.Message.ReplaceLineEndings(" ")), inner: error);
        }
    }
}
