using System.Globalization;

namespace Residuum.Numerics.Collectives;

/// <summary>A file for each rank, written again and again while it waits: at a time-out the old ones are those of the ranks that do not.</summary>
internal sealed class MpiBeats(string folder, int rank, int size)
{
    /// <summary>Creates the folder and this rank's file.</summary>
    public static MpiBeats? Start(string? folder, int rank, int size)
    {
        if (folder is null) return null;
        Directory.CreateDirectory(folder);
        var beats = new MpiBeats(folder, rank, size);
        File.WriteAllText(beats.FileOf(rank), "start");
        return beats;
    }

    /// <summary>Says that this rank lives, and where it is.</summary>
    public void Beat(string place)
    {
        try
        {
            File.WriteAllText(FileOf(rank), place);
        }
        catch (IOException)
        {
            // A full disk must not end a job that computes; its beats stay old.
        }
    }

    /// <summary>The ranks without a beat for so many seconds, each with its last.</summary>
    public string Silent(double age)
    {
        string[] silent = [.. Enumerable.Range(0, size).Where(other => other != rank).Select(other => Describe(other, age)).OfType<string>()];
        return silent.Length == 0 ? "every rank has given a sign of life" : "silent: " + string.Join(", ", silent);
    }

    private string? Describe(int other, double age)
    {
        var file = new FileInfo(FileOf(other));
        if (!file.Exists) return $"rank {other} (no beat)";
        double old = (DateTime.UtcNow - file.LastWriteTimeUtc).TotalSeconds;
        if (old < age) return null;
        return string.Create(CultureInfo.InvariantCulture, $"rank {other} (last beat {old:0.0} s ago, at {File.ReadAllText(file.FullName)})");
    }

    private string FileOf(int other) => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"rank-{other}.beat"));
}
