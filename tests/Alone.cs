namespace Residuum.Tests;

/// <summary>Tests that measure time, change the number of threads, or train networks run one at a time.</summary>
/// <remarks>TorchSharp does not hold the numbers that it hands to native code (`x + y` makes one): while other tests fill the heap, native code
/// may read a number that the collector has just freed.</remarks>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
