using Residuum.Experiments.Figures;
using Residuum.Experiments.Reports;
using Residuum.Experiments.Runs;
using Residuum.Numerics;

namespace Residuum.Experiments.Studies;

/// <summary>What a study sees while it runs at one seed: the seed, and where its claims, figures and tables go.</summary>
public sealed class StudyContext
{
    /// <summary>Distance from a paper's number, as a part of it, within which a report counts as reproduced.</summary>
    public const double ReportTolerance = 0.1;

    private readonly Action<string, object?> _trace;
    private readonly List<ClaimMeasurement> _claims = [];
    private readonly List<(string Name, Figure Figure)> _figures = [];
    private readonly List<Table> _tables = [];
    private readonly List<Metric> _metrics = [];

    internal StudyContext(int seed, Profile profile, bool draws, IProgress<Progress> progress, Action<string, object?> trace, CancellationToken cancel) =>
        (Seed, Profile, Draws, Progress, _trace, Cancel) = (seed, profile, draws, progress, trace, cancel);

    /// <summary>The seed: every random number of the study derives from it.</summary>
    public int Seed { get; }

    /// <summary>The profile that runs.</summary>
    public Profile Profile { get; }

    /// <summary>Whether figures and tables of this seed are kept: those of the first seed are. Work only for figures can be left out elsewhere.</summary>
    public bool Draws { get; }

    /// <summary>Where to tell how far the work has come.</summary>
    public IProgress<Progress> Progress { get; }

    /// <summary>Stops the study; pass it on to all long work.</summary>
    public CancellationToken Cancel { get; }

    internal IReadOnlyList<ClaimMeasurement> Claims => _claims;

    internal IReadOnlyList<(string Name, Figure Figure)> Figures => _figures;

    internal IReadOnlyList<Table> Tables => _tables;

    internal IReadOnlyList<Metric> Metrics => _metrics;

    /// <summary>States a mechanism, an identity or a clear margin: the run fails unless the bound holds at every seed.</summary>
    /// <param name="text">A sentence, the same at every seed.</param>
    /// <param name="measured">The number of this seed.</param>
    /// <param name="bound">What decides, the same at every seed: state a ratio where the limit depends on data.</param>
    /// <param name="unit">Unit of the number.</param>
    /// <param name="paper">The paper's number, where the card marks it checked.</param>
    public void Gate(string text, double measured, NumberBound bound, string unit = "", double? paper = null) =>
        Add(text, ClaimKind.Gate, measured, bound, unit, paper);

    /// <summary>States which names a method finds.</summary>
    /// <param name="text">A sentence, the same at every seed.</param>
    /// <param name="measured">The names found at this seed.</param>
    /// <param name="bound">What decides.</param>
    public void Gate(string text, IEnumerable<string> measured, SetBound bound) => Add(text, ClaimKind.Gate, measured, bound);

    /// <summary>States a text, such as a verdict.</summary>
    /// <param name="text">A sentence, the same at every seed.</param>
    /// <param name="measured">The text of this seed.</param>
    /// <param name="bound">What decides.</param>
    public void Gate(string text, string measured, TextBound bound) => Add(text, ClaimKind.Gate, measured, bound);

    /// <summary>States a yes or a no.</summary>
    /// <param name="text">A sentence, the same at every seed.</param>
    /// <param name="measured">What happened at this seed.</param>
    /// <param name="bound"><see cref="Is.True"/> or <see cref="Is.False"/>.</param>
    public void Gate(string text, bool measured, TextBound bound) => Add(text, ClaimKind.Gate, YesNo(measured), bound);

    /// <summary>States that the wrong way stays wrong: the run fails unless the bound holds at every seed.</summary>
    /// <inheritdoc cref="Gate(string, double, NumberBound, string, double?)"/>
    public void Control(string text, double measured, NumberBound bound, string unit = "", double? paper = null) =>
        Add(text, ClaimKind.Control, measured, bound, unit, paper);

    /// <summary>States which names the wrong way finds.</summary>
    /// <inheritdoc cref="Gate(string, IEnumerable{string}, SetBound)"/>
    public void Control(string text, IEnumerable<string> measured, SetBound bound) => Add(text, ClaimKind.Control, measured, bound);

    /// <summary>States a text that the wrong way gives.</summary>
    /// <inheritdoc cref="Gate(string, string, TextBound)"/>
    public void Control(string text, string measured, TextBound bound) => Add(text, ClaimKind.Control, measured, bound);

    /// <summary>States a yes or a no of the wrong way.</summary>
    /// <inheritdoc cref="Gate(string, bool, TextBound)"/>
    public void Control(string text, bool measured, TextBound bound) => Add(text, ClaimKind.Control, YesNo(measured), bound);

    /// <summary>Compares with a figure of the paper; decided by the interval of the mean over the seeds, and never fails the run.</summary>
    /// <param name="text">A sentence, the same at every seed.</param>
    /// <param name="paper">The paper's number; null where it is not available.</param>
    /// <param name="measured">The number of this seed.</param>
    /// <param name="unit">Unit of both numbers.</param>
    /// <param name="bound">What counts as reproduced; by default within <see cref="ReportTolerance"/> of the paper's number. Give one where that is 0.</param>
    public void Report(string text, double? paper, double measured, string unit = "", NumberBound? bound = null)
    {
        Bound decides = bound ?? (Bound?)(paper is { } number ? Is.Near(number, ReportTolerance) : null) ?? new NoBound();
        Add(new ClaimMeasurement(text, ClaimKind.Report, paper, unit, decides, new Measurement(measured), decides is NumberBound b && b.Accepts(measured)));
    }

    /// <summary>Compares the names found with those that the paper reports; never fails the run.</summary>
    /// <inheritdoc cref="Gate(string, IEnumerable{string}, SetBound)"/>
    public void Report(string text, IEnumerable<string> measured, SetBound bound) => Add(text, ClaimKind.Report, measured, bound);

    /// <summary>Keeps a figure for the report, and as SVG and PNG. Ignored unless <see cref="Draws"/>.</summary>
    /// <param name="name">File name without ending, such as <c>pareto-front</c>.</param>
    /// <param name="figure">The figure.</param>
    public void Figure(string name, Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        if (_figures.Exists(other => other.Name == name)) throw new InvalidOperationException($"there are two figures '{name}' at seed {Seed}");
        if (Draws) _figures.Add((RunFolder.FileName(name), figure));
    }

    /// <summary>Keeps a table for the report. Ignored unless <see cref="Draws"/>.</summary>
    /// <param name="table">The table.</param>
    public void Table(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (Draws) _tables.Add(table);
    }

    /// <summary>Keeps a number in <c>metrics.parquet</c>.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="value">The number.</param>
    /// <param name="step">Iteration, pass or cycle.</param>
    public void Metric(string name, double value, long step = 0) => _metrics.Add(new Metric(step, name, value, Seed));

    /// <summary>Appends a line to <c>trace.jsonl</c>, which can be followed while the study runs.</summary>
    /// <param name="what">What happened.</param>
    /// <param name="details">A record or an anonymous object with the details.</param>
    public void Trace(string what, object? details = null) => _trace(what, details);

    private static string YesNo(bool value) => value ? "yes" : "no";

    private void Add(string text, ClaimKind kind, double measured, NumberBound bound, string unit, double? paper)
    {
        ArgumentNullException.ThrowIfNull(bound);
        Add(new ClaimMeasurement(text, kind, paper, unit, bound, new Measurement(measured), bound.Accepts(measured)));
    }

    private void Add(string text, ClaimKind kind, IEnumerable<string> measured, SetBound bound)
    {
        ArgumentNullException.ThrowIfNull(bound);
        var names = measured.ToList();
        Add(new ClaimMeasurement(text, kind, null, "", bound, Measurement.Set(names), bound.Accepts(names)));
    }

    private void Add(string text, ClaimKind kind, string measured, TextBound bound)
    {
        ArgumentNullException.ThrowIfNull(bound);
        Add(new ClaimMeasurement(text, kind, null, "", bound, new Measurement(measured), bound.Accepts(measured)));
    }

    private void Add(ClaimMeasurement claim)
    {
        if (_claims.Find(other => other.Id == claim.Id) is { } twice)
            throw new InvalidOperationException($"the claim '{claim.Id}' is stated twice at seed {Seed}: '{twice.Text}' and '{claim.Text}'");
        _claims.Add(claim);
    }
}
