using System.Globalization;
using Residuum.Discovery.Reports;
using Residuum.Experiments.Methods;

namespace Residuum.Discovery.Verbs;

/// <summary>What the demonstration found.</summary>
/// <param name="Scenes">The cases.</param>
internal sealed record DemoResult(IReadOnlyList<DemoSceneResult> Scenes) : IVerbResult
{
    public Outcome Outcome() =>
        Scenes.All(scene => scene.Skill is not null && scene.Found.IsValidated) ? Experiments.Methods.Outcome.Done : Experiments.Methods.Outcome.DoesNotHold;

    public void Write(IPage page)
    {
        foreach (var scene in Scenes)
        {
            page.Line(string.Create(CultureInfo.InvariantCulture, $"{scene.Case}, {100 * scene.Noise:0.#} % noise"));
            page.Line($"  found       {scene.Found.Fields[0].Equation}");
            page.Line($"  in truth    {scene.Missing}");
            if (scene.Skill is { } skill)
            {
                var time = skill.Skill.ValidTimes[1];
                page.Line($"  forecasts   valid for {skill.Skill.Time(time.Original)} as given, {skill.Skill.Time(time.Corrected)} corrected ({skill.Skill.Starts} unseen starts)");
                page.Line($"  figure      {skill.Figure}");
                page.Line($"  report      {Report(skill.Run)}");
            }
            page.Line($"  discovery   {Report(scene.Found.Run)}");
            page.Line();
        }
    }

    private static string Report(string run) => Path.Combine(run, Experiments.Runs.RunFolder.ReportName);
}

/// <summary>What one case gave.</summary>
/// <param name="Case">The case.</param>
/// <param name="Noise">Noise of the observations, as a fraction of the standard deviation of the states.</param>
/// <param name="Missing">What the model misses in truth, which the discovery did not know.</param>
/// <param name="Found">What was found.</param>
/// <param name="Skill">Forecasts before and after; nothing where nothing was found.</param>
internal sealed record DemoSceneResult(string Case, double Noise, string Missing, DiscoveryRecord Found, SkillResult? Skill);
