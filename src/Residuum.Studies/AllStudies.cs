using Residuum.Experiments.Studies;
using Residuum.Studies.Discovery;

namespace Residuum.Studies;

/// <summary>Every study: the tool and the tests read this list.</summary>
public static class AllStudies
{
    /// <summary>The studies, in the order of the claims page.</summary>
    public static IReadOnlyList<Study> List { get; } = [new MedidaKsStudy(), new MedidaQgStudy()];
}
