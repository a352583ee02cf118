using System.Text.Json;

namespace Residuum.Cli.Tests;

public sealed class DataCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_list_gives_licence_and_address_of_every_set()
    {
        using var list = JsonDocument.Parse(ToolRun.Here(["data", "list", "--json"]).Output);
        Assert.All(list.RootElement.GetProperty("dataSets").EnumerateArray(), set =>
        {
            Assert.NotEmpty(set.GetProperty("licence").GetString()!);
            Assert.StartsWith("http", set.GetProperty("address").GetString(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_data_folder_that_is_given_comes_first_and_damage_is_found()
    {
        Directory.CreateDirectory(_folder.File("fashion-mnist"));
        foreach (string name in (string[])["train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz", "t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz"])
            File.WriteAllText(_folder.File("fashion-mnist", name), "damaged");

        Assert.Equal(_folder.File("fashion-mnist") + "\n", ToolRun.Here(["data", "path", "fashion-mnist", "--data", _folder.Path]).Output);
        var verify = ToolRun.Here(["data", "verify", "fashion-mnist", "--data", _folder.Path]);
        Assert.Equal(1, verify.ExitCode);
        Assert.Equal(4, verify.Output.Split('\n').Count(line => line.EndsWith("  different", StringComparison.Ordinal)));
    }

    [Fact]
    public void Install_says_the_command()
    {
        using var answer = JsonDocument.Parse(ToolRun.Here(["data", "install", "fashion-mnist", "--json"]).Output);
        Assert.Equal("apt-get install dataset-fashion-mnist", answer.RootElement.GetProperty("command").GetString());
    }

    [Fact]
    public void A_mistyped_name_is_corrected() =>
        Assert.Contains("did you mean 'fashion-mnist'?", ToolRun.Here(["data", "path", "fashon-mnist"]).Error, StringComparison.Ordinal);
}
