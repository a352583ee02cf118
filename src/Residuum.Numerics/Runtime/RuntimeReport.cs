using System.Reflection;
using System.Runtime.InteropServices;
using Residuum.Numerics.Errors;
using static TorchSharp.torch;

namespace Residuum.Numerics.Runtime;

/// <summary>What the product runs on: versions, native libraries and where they were loaded from, threads, disk, and a verdict.</summary>
public sealed record RuntimeReport
{
    /// <summary>One sentence: ready, or what is wrong and what to do.</summary>
    public required string Verdict { get; init; }

    /// <summary>Whether tensors work here.</summary>
    public required bool Works { get; init; }

    /// <summary>Version of Residuum.</summary>
    public string Residuum { get; } = typeof(RuntimeReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>Version of .NET.</summary>
    public string Framework { get; } = RuntimeInformation.FrameworkDescription;

    /// <summary>The system and its C and C++ libraries.</summary>
    public SystemCheck System { get; } = SystemCheck.Here();

    /// <summary>Native libraries that were loaded.</summary>
    public required IReadOnlyList<LoadedLibrary> Libraries { get; init; }

    /// <summary>Version of TorchSharp.</summary>
    public string? TorchSharp { get; init; }

    /// <summary>The BLAS inside libtorch, in its own words.</summary>
    public string? Blas { get; init; }

    /// <summary>Processors that this process may use.</summary>
    public int Processors { get; } = Environment.ProcessorCount;

    /// <summary>Threads of one tensor operation; 0 where tensors do not work.</summary>
    public int TorchThreads { get; init; }

    /// <summary>What the OpenMP library makes of its environment.</summary>
    public required OpenMpReport OpenMp { get; init; }

    /// <summary>MPI libraries found; empty is fine: one machine needs none.</summary>
    public IReadOnlyList<MpiLibrary> Mpi { get; } = MpiLibrary.Installed();

    /// <summary>Free bytes where the current folder lies.</summary>
    public long FreeDiskBytes { get; } = new DriveInfo(Path.GetFullPath(".")).AvailableFreeSpace;

    /// <summary>Loads the native libraries, computes with one tensor, and reports; it never throws for an unsupported system.</summary>
    public static RuntimeReport Collect()
    {
        string? problem = SystemCheck.Here().Problem();
        try
        {
            TorchRuntime.Load();
            return Working();
        }
        catch (UserError refusal)
        {
            return new RuntimeReport
            {
                Works = false,
                Verdict = $"unsupported: {problem ?? refusal.Message}",
                Libraries = [],
                OpenMp = OpenMpReport.Ask(),
            };
        }
    }

    private static RuntimeReport Working()
    {
        using var one = ones(2, 2, ScalarType.Float64);
        bool right = one.mm(one).sum().item<double>() == 8;
        return new RuntimeReport
        {
            Works = right,
            Verdict = right ? "ready" : "unsupported: the tensor library gives wrong numbers on this processor",
            TorchSharp = typeof(TorchSharp.torch).Assembly.GetName().Version!.ToString(3),
            Blas = BlasLibrary.Version(),
            TorchThreads = get_num_threads(),
            Libraries = LoadedLibrary.OfTorch(),
            OpenMp = OpenMpReport.Ask(),
        };
    }
}
