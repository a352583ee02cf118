using Residuum.Experiments.Studies;
using Residuum.Studies.Discovery;
using Residuum.Studies.Distribution;

namespace Residuum.Studies;

/// <summary>Every study: the tool and the tests read this list.</summary>
public static class AllStudies
{
    /// <summary>The studies, in the order of the claims page.</summary>
    public static IReadOnlyList<Study> List { get; } = [new MedidaKsStudy(), new MedidaQgStudy(), new EControlStudy(), new Ef21WeightedStudy()];
}
