using System.Text.Json;
using Residuum.Numerics.Runtime;

namespace Residuum.Numerics.Tests.Runtime;

[Collection(nameof(Alone))]
public sealed class RuntimeReportTests
{
    private static readonly RuntimeReport Report = RuntimeReport.Collect();

    [Fact]
    public void Is_ready_where_the_tests_run()
    {
        Assert.Equal("ready", Report.Verdict);
        Assert.True(Report.Works);
        Assert.Null(Report.System.Problem());
    }

    [Fact]
    public void Names_the_file_of_every_library_that_was_loaded() =>
        Assert.All(Report.Libraries, library => Assert.True(new FileInfo(library.Path).Length == library.Bytes && library.Bytes > 1000));

    [Fact]
    public void Idle_threads_sleep_and_the_OpenMP_library_says_so()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "libgomp comes with Linux");
        Assert.Equal((Report.OpenMp.Environment ?? "").ToLowerInvariant(), Report.OpenMp.WaitPolicy);
        Assert.Equal(Environment.GetEnvironmentVariable("OMP_WAIT_POLICY") ?? "passive", Report.OpenMp.Environment);
        Assert.NotNull(Report.OpenMp.SpinCount);
    }

    [Fact]
    public void Knows_the_versions_and_the_free_disk()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "other systems have neither glibc nor MKL");
        Assert.StartsWith("2.", Report.System.Glibc);
        Assert.StartsWith("GLIBCXX_3.4.", Report.System.LibStdCxx);
        Assert.Contains("Math Kernel Library", Report.Blas);
        Assert.True(Report.FreeDiskBytes > 0 && Report.TorchThreads > 0);
    }

    [Fact]
    public void Survives_the_way_through_JSON()
    {
        using var json = JsonDocument.Parse(JsonSerializer.Serialize(Report));
        Assert.Equal("ready", json.RootElement.GetProperty("Verdict").GetString());
        Assert.Equal(Report.Libraries.Count, json.RootElement.GetProperty("Libraries").GetArrayLength());
    }

    [Theory]
    [InlineData("2.31", "GLIBCXX_3.4.32", "glibc 2.31 is too old")]
    [InlineData("2.34", "GLIBCXX_3.4.29", "RHEL 9")]
    [InlineData(null, null, "not glibc")]
    public void Says_plainly_why_a_system_is_unsupported(string? glibc, string? libStdCxx, string expected)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Linux alone has these libraries");
        Assert.Contains(expected, new SystemCheck("Linux", "x64", glibc, libStdCxx).Problem());
    }
}
