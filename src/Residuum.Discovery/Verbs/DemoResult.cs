using System.Globalization;
using Residuum.Discovery.Reports;
using Residuum.Discovery.Skill;
using Residuum.Experiments.Methods;

namespace Residuum.Discovery.Verbs;

/// <summary>What the demonstration found.</summary>
internal sealed record DemoResult(IReadOnlyList<DemoSceneResult> Scenes) : IVerbResult
{
    public Outcome Outcome() => Scenes.All(scene => scene.Found.Outcome() == Experiments.Methods.Outcome.Done) ? Experiments.Methods.Outcome.Done : Experiments.Methods.Outcome.DoesNotHold;

    public void Write(IPage page)
    {
        foreach (var scene in Scenes)
        {
            page.Line(string.Create(CultureInfo.InvariantCulture, $"{scene.Case}, {100 * scene.Noise:0.#} % noise"));
            page.Line($"  {scene.Found.Fields[0].Equation}");
            page.Line($"  valid prediction time from {scene.Starts} other initial states, in Lyapunov times: {scene.Original} before, {scene.Corrected} after");
            page.Line($"  report: {scene.Report}");
        }
    }
}

/// <summary>What one case gave.</summary>
/// <param name="Case">The case.</param>
/// <param name="Noise">Noise of the observations, as a fraction of the standard deviation of the states.</param>
/// <param name="Found">What was found.</param>
/// <param name="Starts">Starts of the forecasts.</param>
/// <param name="Original">Valid prediction time of the model as given.</param>
/// <param name="Corrected">Valid prediction time of the corrected model.</param>
/// <param name="Report">Path of the report.</param>
internal sealed record DemoSceneResult(string Case, double Noise, DiscoveryRecord Found, int Starts, DemoTime Original, DemoTime Corrected, string Report);

/// <summary>A valid prediction time in Lyapunov times.</summary>
/// <param name="Mean">Mean over the starts.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="Unfinished">Starts whose forecast was still valid at the end: the mean is then a lower bound.</param>
internal sealed record DemoTime(double Mean, double StandardError, int Unfinished)
{
    public static DemoTime Of(ValidTime time) => new(time.Mean, time.StandardError, time.Censored);

    public override string ToString()
    {
        bool spread = StandardError > 1e-9 * Mean;
        string number = spread ? MeasuredNumber.WithError(Mean, StandardError) : MeasuredNumber.Plain(Mean);
        return Unfinished > 0 ? $"at least {number}" : number;
    }
}
