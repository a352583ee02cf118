using System.Diagnostics;
using Residuum.Numerics.Runtime;

namespace Residuum.Numerics.Tests.Runtime;

public sealed class LibraryCacheTests : IDisposable
{
    private readonly TemporaryFolder _folder = new(), _results = new();

    [Fact]
    public void Keeps_the_bytes_under_the_hash_of_the_original()
    {
        string path = LibraryCache.Write(_folder.Path, "abc"u8, "changed"u8, "lib.so");
        Assert.Equal(Path.Combine(_folder.Path, "native", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "lib.so"), path);
        Assert.Equal("changed"u8, File.ReadAllBytes(path));
    }

    [Fact]
    public void Mends_a_copy_that_was_cut_or_tampered_with()
    {
        string path = LibraryCache.Write(_folder.Path, "abc"u8, "changed"u8, "lib.so");
        File.WriteAllText(path, "chanted");
        Assert.Equal("changed"u8, File.ReadAllBytes(LibraryCache.Write(_folder.Path, "abc"u8, "changed"u8, "lib.so")));
    }

    [Fact]
    public void Leaves_a_right_copy_alone()
    {
        string path = LibraryCache.Write(_folder.Path, "abc"u8, "changed"u8, "lib.so");
        File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch);
        LibraryCache.Write(_folder.Path, "abc"u8, "changed"u8, "lib.so");
        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(path));
    }

    [Fact]
    public void Two_processes_at_once_leave_one_whole_copy_and_both_compute()
    {
        Process[] children = [Child(_folder.Path), Child(_folder.Path)];
        foreach (var child in children)
        {
            string told = child.StandardOutput.ReadToEnd();
            child.WaitForExit();
            Assert.True(child.ExitCode == 0, $"exit code {child.ExitCode}: {told}");
        }
        string[] left = Directory.GetFiles(_folder.Path, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 });
        Assert.Equal(TorchRuntimeNeedsCopy ? 1 : 0, left.Length);
        byte[] original = File.ReadAllBytes(TorchRuntime.LibraryPath("LibTorchSharp"));
        Assert.All(left, file => Assert.Equal(SymbolVersion.MakeWeak(original, "GLIBCXX_3.4.32", file), File.ReadAllBytes(file)));
    }

    [Fact]
    public void A_home_that_can_not_be_written_is_no_obstacle()
    {
        string file = _folder.File("a file where the cache folder should be");
        File.WriteAllText(file, "");
        using var child = Child(file);
        string told = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        Assert.True(child.ExitCode == 0, told);
    }

    public void Dispose()
    {
        _folder.Dispose();
        _results.Dispose();
    }

    private static bool TorchRuntimeNeedsCopy
    {
        get
        {
            TorchRuntime.Load();
            return TorchRuntime.BridgeWasWeakened;
        }
    }

    // The same test program, which then loads and computes in a process of its own.
    private Process Child(string cache)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        foreach (string argument in new[] { "--filter-method", $"*{nameof(TorchRuntimeTests)}.{nameof(TorchRuntimeTests.Multiplies_tensors)}", "--results-directory", _results.Path })
            start.ArgumentList.Add(argument);
        start.Environment["XDG_CACHE_HOME"] = cache;
        return Process.Start(start)!;
    }
}
