using System.Runtime.InteropServices;
using System.Text;
using Residuum.Numerics.Errors;

namespace Residuum.Distribution.Runs;

/// <summary>All that a run's future depends on, as bytes: what run it is, the round, the bits that were sent, what was recorded, and the vectors of one rank.</summary>
internal static class RunState
{
    public static byte[] Write(string run, int round, double bits, IReadOnlyCollection<RoundRecord> records, IEnumerable<double[]> vectors)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8))
        {
            writer.Write(run);
            writer.Write(round);
            writer.Write(bits);
            writer.Write(records.Count);
            foreach (var record in records)
            {
                writer.Write(record.Round);
                foreach (double number in new[] { record.Value, record.GradientSquare, record.Gap, record.BitsUp, record.Alpha }) writer.Write(number);
            }
            foreach (double[] vector in vectors) writer.Write(MemoryMarshal.AsBytes(vector.AsSpan()));
        }
        return bytes.ToArray();
    }

    /// <summary>Fills the records and the vectors.</summary>
    /// <exception cref="UserError">The state is of another run.</exception>
    public static (int Round, double Bits) Read(byte[] state, string run, List<RoundRecord> records, IEnumerable<double[]> vectors)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(state), Encoding.UTF8);
            if (reader.ReadString() is var found && found != run) throw new UserError("the checkpoint is of another run", found: found, expected: run);
            var result = (reader.ReadInt32(), reader.ReadDouble());
            records.Clear();
            for (int count = reader.ReadInt32(); count > 0; count--)
                records.Add(new RoundRecord(reader.ReadInt32(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble()));
            foreach (double[] vector in vectors) reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(vector.AsSpan()));
            return result;
        }
        catch (EndOfStreamException)
        {
            throw new UserError("the checkpoint ends too early", found: $"{state.Length} bytes");
        }
    }
}
