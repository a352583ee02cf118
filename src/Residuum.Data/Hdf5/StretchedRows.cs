using Residuum.Data.Arrays;

namespace Residuum.Data.Hdf5;

/// <summary>A variable that was written less far than its unlimited dimension reaches: the rest is its fill value.</summary>
internal sealed class StretchedRows(IVariableSource written, Dataset dataset, IReadOnlyList<Dimension> dimensions) : IVariableSource
{
    public Array Read(long first, long rows)
    {
        long has = dataset.Space.Lengths[0], rowElements = dimensions.Skip(1).Aggregate(1L, (count, dimension) => count * dimension.Length);
        dataset.Header.File.DemandRoom((Int128)rows * rowElements * Math.Max(dataset.Type.Size, IntPtr.Size), dataset);
        long inside = Math.Clamp(has - first, 0, rows);
        var head = written.Read(Math.Min(first, has), inside);
        var whole = Array.CreateInstance(head.GetType().GetElementType()!, rows * rowElements);
        if (whole is string[] texts) Array.Fill(texts, "");
        else Attributes.Decoded(FillValue.Repeat(FillValue.Read(dataset.Header, dataset.Type.Size), checked((int)(whole.LongLength * dataset.Type.Size))), dataset.Type).CopyTo(whole, 0);
        Array.Copy(head, whole, head.LongLength);
        return whole;
    }
}
