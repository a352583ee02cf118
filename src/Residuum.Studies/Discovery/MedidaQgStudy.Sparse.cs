using Residuum.Discovery.Models;
using Residuum.Discovery.TwoLayer;
using Residuum.Experiments.Studies;

namespace Residuum.Studies.Discovery;

/// <summary>C: 90 % and 75 % of the grid points observed, and what each layer bears.</summary>
public sealed partial class MedidaQgStudy
{
    private static readonly string[] Relaxed = ["1001", "1002"], Weak = ["1008", "1009"], Lower75 = ["1001", "1002", "1006"], Advected = ["1004", "1005"];

    private void Sparse(Settings settings, TwoLayerTwin twin, StudyContext run)
    {
        NinetyPercent(settings, twin, run);
        if (settings.SparserCases.Count < 9) return;
        SeventyFivePercent(settings, twin, run);
        Invented(settings, twin, run);
    }

    private void NinetyPercent(Settings settings, TwoLayerTwin twin, StudyContext run)
    {
        var states = Answers(settings, twin, 0.9, settings.SparserCases, Published with { Fill = FillMode.States }, run);
        run.Table(states.Sheet("C: 90 % of the grid points observed, polyharmonic fill of the states").Table);
        run.Gate("C, 90 % sensors, states: part of the answers with exact layer 2, all cases", states.Exact(1), Is.EqualTo(1));
        run.Gate("C, 90 % sensors, states: largest error in layer 2, no Jacobian missing", states.Error(1, known => !known.HasJacobian), Is.AtMost(1.2), "%");
        var innovations = Answers(settings, twin, 0.9, [.. settings.SparserCases.Except(Advected)], Published with { Fill = FillMode.Innovations }, run);
        run.Gate("C, 90 % sensors, innovations, 1006: part of the masks in which layer 1 has no error", innovations.Exact(0, "1006"), Is.EqualTo(1));
        if (settings.SparserCases.Count < 9) return;
        run.Gate("C, 90 % sensors, states: part of the answers with exact layer 1 in 1001, 1002", states.Exact(0, Relaxed), Is.EqualTo(1));
        run.Gate("C, 90 % sensors, states: largest error in layer 1 in 1001, 1002", states.Error(0, known => Relaxed.Contains(known.Code)), Is.AtMost(0.3), "%");
        run.Gate("C, 90 % sensors, states: part of the answers with exact layer 1 where Jacobians are missing", states.Exact(0, Advected), Is.EqualTo(1));
        run.Gate("C, 90 % sensors, states: largest error in layer 1 where Jacobians are missing", states.Error(0, known => known.HasJacobian), Is.AtMost(3), "%");
        run.Gate("C, 90 % sensors, states: largest error in layer 2 where Jacobians are missing", states.Error(1, known => known.HasJacobian), Is.AtMost(1.2), "%");
        WeakErrors(states, innovations, run);
    }

    /// <summary>Layer 1 where its error is small or none: the card's bounds for states hold on its flows, not on all; innovations invent less.</summary>
    private static void WeakErrors(MedidaQgAnswers states, MedidaQgAnswers innovations, StudyContext run)
    {
        foreach (string code in Weak)
        {
            run.Report($"C, 90 % sensors, states, {code}: part of the masks with exact layer 1 (card: 8 of 8)", null, states.Exact(0, code), bound: Is.EqualTo(1));
            run.Gate($"C, 90 % sensors, innovations, {code}: part of the masks with exact layer 1", innovations.Exact(0, code), Is.EqualTo(1));
        }
        run.Report("C, 90 % sensors, states: largest error in layer 1 in 1008, 1009 (card: .13)", null, states.Error(0, known => Weak.Contains(known.Code)), "%", Is.AtMost(0.3));
        run.Gate("C, 90 % sensors, innovations: largest error in layer 1 in 1008, 1009", innovations.Error(0, known => Weak.Contains(known.Code)), Is.AtMost(0.3), "%");
        run.Report("C, 90 % sensors, states, 1003: part of the masks with exact layer 1 (card: 3 of 8)", null, states.Exact(0, "1003"));
        run.Report("C, 90 % sensors, innovations, 1003: part of the masks with exact layer 1 (card: 7 of 8)", null, innovations.Exact(0, "1003"));
        run.Report("C, 90 % sensors, states, 1006: part of the masks with empty layer 1 (card: 4 of 8)", null, states.Exact(0, "1006"));
    }

    private void SeventyFivePercent(Settings settings, TwoLayerTwin twin, StudyContext run)
    {
        string[] cases = [.. Lower75, .. Advected];
        var found = Answers(settings, twin, 0.75, cases, Published with { Fill = FillMode.Innovations }, run);
        run.Table(found.Sheet("C: 75 % of the grid points observed, polyharmonic fill of the innovations").Table);
        run.Gate("C, 75 % sensors, innovations: part of the answers with exact layer 2", found.Exact(1, cases), Is.EqualTo(1));
        run.Gate("C, 75 % sensors, innovations: largest error in layer 2 in 1001, 1002, 1006", found.Error(1, known => !known.HasJacobian), Is.AtMost(0.8), "%");
        run.Gate("C, 75 % sensors, innovations: largest error in layer 2 where Jacobians are missing", found.Error(1, known => known.HasJacobian), Is.AtMost(3), "%");
        run.Gate("C, 75 % sensors, innovations: part of the answers with exact layer 1 in 1001, 1002, 1004, 1005", found.Exact(0, [.. Relaxed, .. Advected]), Is.EqualTo(1));
        run.Gate("C, 75 % sensors, innovations: largest error in layer 1 in 1001, 1002", found.Error(0, known => Relaxed.Contains(known.Code)), Is.AtMost(0.6), "%");
        run.Gate("C, 75 % sensors, innovations: largest error in layer 1 where Jacobians are missing", found.Error(0, known => known.HasJacobian), Is.AtMost(9), "%");
    }

    /// <summary>States at 75 %: the interpolator invents a Jacobian in layer 1, which trying with fewer sensors takes out.</summary>
    private void Invented(Settings settings, TwoLayerTwin twin, StudyContext run)
    {
        var states = Published with { Fill = FillMode.States };
        var fooled = Answers(settings, twin, 0.75, Relaxed, states, run);
        run.Report("C, 75 % sensors, states: part of the answers with a Jacobian invented in layer 1", null, fooled.Part(0, names => names.Contains("J(psi1,q1)")), bound: Is.AtLeast(0.5));
        var checkedAgain = Answers(settings, twin, 0.75, Relaxed, states with { TryFewerSensors = true }, run);
        run.Report("C, 75 % sensors, states, tried with fewer sensors: part of the answers with exact layer 1", null, checkedAgain.Exact(0, Relaxed), bound: Is.AtLeast(0.9));
    }

    private MedidaQgAnswers Answers(Settings settings, TwoLayerTwin twin, double ratio, IReadOnlyList<string> cases, TwoLayerMedidaOptions options, StudyContext run)
    {
        var answers = new MedidaQgAnswers();
        for (int mask = 0; mask < settings.Masks; mask++)
        {
            var groups = twin.Observe(ratio, 3, mask).Noisy.Groups;
            foreach (string code in cases)
            {
                var known = Case(code);
                var result = Find(known, groups, Polyharmonic, options, run);
                answers.Add(known, result);
                run.Trace("sparse", new
                {
                    ratio,
                    fill = result.Fill.ToString(),
                    options.TryFewerSensors,
                    code,
                    mask,
                    found = MedidaQgCase.Found(result),
                    errors = result.Layers.Select(layer => known.Error(result, layer.Layer)),
                    explained = result.Layers.Select(layer => layer.Explained),
                });
            }
        }
        return answers;
    }

    private static MedidaQgCase Case(string code) => new(TwoLayerCases.Named(code), Library, Model.Parameters);
}
