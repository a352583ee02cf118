using System.Diagnostics.CodeAnalysis;

namespace Residuum.Experiments.Runs;

/// <summary>An open file that belongs to one process: while it is open the run is running; the system closes it when the process dies.</summary>
/// <remarks>The file lies beside the partial folder, not in it: Windows does not rename a folder that holds an open file. It is
/// deleted only after the partial folder is gone, so that two processes never hold two files of one name.</remarks>
internal sealed class RunLock : IDisposable
{
    private const int Attempts = 5; // a listing process looks at the lock for an instant
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly FileStream _file;

    private RunLock(FileStream file) => _file = file;

    public static string PathOf(string root, string id) => Path.Combine(root, $".lock-{id}");

    public static bool TryTake(string root, string id, [NotNullWhen(true)] out RunLock? taken)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                taken = new RunLock(new FileStream(PathOf(root, id), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1));
                return true;
            }
            catch (IOException) when (attempt < Attempts)
            {
                Thread.Sleep(Pause);
            }
            catch (IOException)
            {
                taken = null;
                return false;
            }
        }
    }

    /// <summary>Whether some process, this one too, holds the lock.</summary>
    public static bool IsHeld(string root, string id)
    {
        try
        {
            using var file = new FileStream(PathOf(root, id), FileMode.Open, FileAccess.Read, FileShare.None, 1);
            return false;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    public void Dispose() => _file.Dispose();
}
