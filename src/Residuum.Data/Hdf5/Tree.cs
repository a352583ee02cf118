namespace Residuum.Data.Hdf5;

/// <summary>All datasets of a file with their paths; groups that contain themselves are entered once.</summary>
internal static class Tree
{
    private const int MaxDepth = 64;

    public static List<Dataset> Datasets(Container file, ObjectHeader root)
    {
        var datasets = new List<Dataset>();
        var seen = new HashSet<long> { root.Address };
        var waiting = new Queue<(ObjectHeader Group, string Prefix, int Depth)>();
        waiting.Enqueue((root, "", 0));
        while (waiting.TryDequeue(out var group))
        {
            foreach (var link in Links.Of(group.Group))
            {
                var header = ObjectHeader.Read(file, link.Address);
                string path = group.Prefix + link.Name;
                if (Dataset.Of(path, header) is { } dataset) datasets.Add(dataset);
                else if (Links.IsGroup(header) && group.Depth < MaxDepth && seen.Add(link.Address)) waiting.Enqueue((header, path + "/", group.Depth + 1));
            }
        }
        return datasets;
    }
}
