namespace Residuum.Numerics.Tests.Runtime;

public sealed class MissingLibtorchTests
{
    [Fact]
    public void Says_which_package_is_missing_and_copies_nothing_beside_the_application()
    {
        using var folder = new TemporaryFolder();
        foreach (string file in Directory.GetFiles(AppContext.BaseDirectory).Where(IsManaged))
            File.Copy(file, folder.File(Path.GetFileName(file)));
        var (code, output, _) = ChildProcess.Run(
            folder.File(Path.GetFileName(Environment.ProcessPath!)), "--filter-method", $"*{nameof(TorchRuntimeTests)}.{nameof(TorchRuntimeTests.Multiplies_tensors)}");
        Assert.NotEqual(0, code);
        Assert.Contains("a native library is missing", output);
        Assert.Contains("reference the package libtorch-cpu-", output);
        Assert.DoesNotContain(Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories), file => file.Contains("torch_cpu"));
    }

    // Without the dependency file the host takes what lies in the folder.
    private static bool IsManaged(string file) =>
        !Path.GetFileName(file).StartsWith("lib", StringComparison.Ordinal) && !file.EndsWith(".deps.json", StringComparison.Ordinal);
}
