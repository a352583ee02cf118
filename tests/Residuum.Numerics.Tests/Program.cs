using Residuum.Numerics.Tests.Collectives;
using Xunit.MicrosoftTestingPlatform;

namespace Residuum.Numerics.Tests;

/// <summary>The tests; or, with <see cref="MpiProbe.Word"/> first, a rank of a job that a test started.</summary>
internal static class Program
{
    private static int Main(string[] arguments) =>
        arguments is [MpiProbe.Word, .. var probe]
            ? MpiProbe.Run(probe)
            : TestPlatformTestFramework.RunAsync(arguments, SelfRegisteredExtensions.AddSelfRegisteredExtensions).GetAwaiter().GetResult();
}
