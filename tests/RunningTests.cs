using System.Reflection;
using Xunit.v3;

[assembly: Residuum.Tests.RunningTests]

namespace Residuum.Tests;

/// <summary>Notes each test's start (+) and end (-) in the file that RESIDUUM_RUNNING_TESTS names: where a module hangs and is killed, what was running is still known.</summary>
/// <remarks>Written at once and by the test's own thread: a report that waits for a pool thread would hang with the tests.</remarks>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class RunningTestsAttribute : BeforeAfterTestAttribute
{
    private static readonly string? Path = Environment.GetEnvironmentVariable("RESIDUUM_RUNNING_TESTS");
    private static readonly Lock Writing = new();

    public override void Before(MethodInfo methodUnderTest, IXunitTest test) => Note('+', test);

    public override void After(MethodInfo methodUnderTest, IXunitTest test) => Note('-', test);

    private static void Note(char mark, IXunitTest test)
    {
        if (Path is null) return;
        lock (Writing) File.AppendAllText(Path, $"{mark} {test.TestDisplayName.ReplaceLineEndings(" ")}\n");
    }
}
