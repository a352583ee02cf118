namespace Residuum.Tests;

/// <summary>How long the tests may work: <c>./test.sh</c>, <c>./test.sh --slow</c> or <c>./test.sh --soak</c>.</summary>
internal static class Effort
{
    private static readonly string Level = Environment.GetEnvironmentVariable("RESIDUUM_EFFORT") ?? "usual";

    /// <summary>Rounds of a repeated test: the second number under <c>--soak</c>.</summary>
    public static int Rounds(int usual, int soak) => Level == "soak" ? soak : usual;

    /// <summary>Skips, by name, a test that runs only under <c>--slow</c> or <c>--soak</c>.</summary>
    public static void Slow()
    {
        if (Level == "usual") Assert.Skip("slow: runs under ./test.sh --slow");
    }
}
