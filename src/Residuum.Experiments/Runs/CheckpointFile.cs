using System.Text;
using Residuum.Data.Bytes;
using Residuum.Numerics.Errors;

namespace Residuum.Experiments.Runs;

/// <summary>A checkpoint: the caller's state, together with the metrics and the seconds up to it, in one file that is replaced whole.</summary>
internal static class CheckpointFile
{
    private const uint Magic = 0x31504352; // "RCP1"

    public static void Write(string path, double seconds, IReadOnlyList<Metric> metrics, ReadOnlySpan<byte> state)
    {
        byte[] copy = state.ToArray();
        AtomicFile.Write(path, file =>
        {
            using var writer = new BinaryWriter(file, Encoding.UTF8, leaveOpen: true);
            writer.Write(Magic);
            writer.Write(seconds);
            writer.Write(metrics.Count);
            foreach (var metric in metrics)
            {
                writer.Write(metric.Step);
                writer.Write(metric.Name);
                writer.Write(metric.Value);
                writer.Write(metric.Seed);
            }
            writer.Write(copy.Length);
            writer.Write(copy);
        });
    }

    public static (double Seconds, IReadOnlyList<Metric> Metrics, byte[] State) Read(string path)
    {
        using var file = File.OpenRead(path);
        using var reader = new BinaryReader(file, Encoding.UTF8);
        try
        {
            if (reader.ReadUInt32() != Magic) throw Damaged(path, file.Position, "the mark RCP1");
            double seconds = reader.ReadDouble();
            int count = reader.ReadInt32();
            var metrics = new List<Metric>();
            for (int i = 0; i < count; i++)
                metrics.Add(new Metric(reader.ReadInt64(), reader.ReadString(), reader.ReadDouble(), reader.ReadInt32()));
            int length = reader.ReadInt32();
            if (length < 0 || length != file.Length - file.Position) throw Damaged(path, file.Position, $"{length} bytes of state");
            return (seconds, metrics, reader.ReadBytes(length));
        }
        catch (EndOfStreamException)
        {
            throw Damaged(path, file.Position, "more bytes");
        }
    }

    private static UserError Damaged(string path, long position, string expected) =>
        new("the checkpoint is damaged", $"{path}, byte {position}", expected: expected, remedy: "delete the partial run and start again");
}
