namespace Residuum.Numerics.Errors;

/// <summary>A NaN or an infinity arose: the run stops here and says where.</summary>
public sealed class NonFiniteException : Exception
{
    /// <summary>Names the place: stage, step, member, column.</summary>
    /// <param name="place">Where it arose, as precisely as is known.</param>
    public NonFiniteException(string place)
        : base($"a value that is not finite arose in {place}") => Place = place;

    /// <summary>Where it arose.</summary>
    public string Place { get; }
}
