namespace Residuum.Numerics.Tests.Runtime;

/// <summary>Tests that measure time or change the number of threads run one at a time.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
