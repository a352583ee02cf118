using Residuum.Discovery.Solvers;

namespace Residuum.Discovery.Tests.Solvers;

public sealed class ExternalCommandTests
{
    [Theory] // what a terminal would turn round, break or hide
    [InlineData('\u202e')]
    [InlineData('\u2028')]
    [InlineData('\u001b')]
    [InlineData('\u200b')]
    public void A_shown_command_hides_nothing(char unseen)
    {
        string shown = new ExternalCommand(["./solver", $"a{unseen}b", "{in}"]).Display;
        Assert.DoesNotContain(unseen, shown);
        Assert.Contains($"\\u{(int)unseen:x4}", shown, StringComparison.Ordinal);
    }
}
