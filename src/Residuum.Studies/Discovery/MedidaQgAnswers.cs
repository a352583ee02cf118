using Residuum.Discovery.TwoLayer;

namespace Residuum.Studies.Discovery;

/// <summary>Answers to some cases from some masks of sensors.</summary>
internal sealed class MedidaQgAnswers
{
    private readonly List<(MedidaQgCase Known, TwoLayerResult Result)> _all = [];

    /// <summary>Adds an answer.</summary>
    public void Add(MedidaQgCase known, TwoLayerResult result) => _all.Add((known, result));

    /// <summary>Part of the answers that name exactly what a layer misses.</summary>
    /// <param name="layer">0 or 1.</param>
    /// <param name="codes">Cases that count; all where left out.</param>
    public double Exact(int layer, params IReadOnlyCollection<string> codes) =>
        _all.Where(answer => codes.Count == 0 || codes.Contains(answer.Known.Code)).Average(answer => answer.Known.IsExact(answer.Result, layer) ? 1.0 : 0);

    /// <summary>Part of the answers of which a layer's terms pass a test.</summary>
    /// <param name="layer">0 or 1.</param>
    /// <param name="test">The test.</param>
    public double Part(int layer, Func<IReadOnlyList<string>, bool> test) => _all.Average(answer => test(answer.Result.Layers[layer].Support) ? 1.0 : 0);

    /// <summary>Largest ε* of a layer, percent.</summary>
    /// <param name="layer">0 or 1.</param>
    /// <param name="counts">Cases that count.</param>
    public double Error(int layer, Func<MedidaQgCase, bool> counts) =>
        _all.Where(answer => counts(answer.Known)).Max(answer => answer.Known.Error(answer.Result, layer));

    /// <summary>The answers of the first mask.</summary>
    /// <param name="title">What was observed.</param>
    public MedidaQgCaseSheet Sheet(string title)
    {
        var sheet = new MedidaQgCaseSheet(title);
        foreach (var (known, result) in _all.DistinctBy(answer => answer.Known.Code)) sheet.Add(known, result);
        return sheet;
    }
}
