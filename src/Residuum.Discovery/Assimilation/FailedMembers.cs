namespace Residuum.Discovery.Assimilation;

/// <summary>What happens to members whose forecast failed, while at least two survive.</summary>
public enum FailedMembers
{
    /// <summary>They leave; the ensemble goes on smaller.</summary>
    Drop,

    /// <summary>They are drawn anew from the Gaussian of the survivors.</summary>
    Resample,
}
