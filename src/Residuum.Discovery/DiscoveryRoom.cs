using Residuum.Discovery.Projects;
using Residuum.Discovery.Verbs;
using Residuum.Experiments.Methods;
using Residuum.Experiments.Studies;

namespace Residuum.Discovery;

/// <summary>What <c>residuum discover</c> offers; the tool and the studies read this list.</summary>
public static class DiscoveryRoom
{
    /// <summary>The paper behind MEDIDA.</summary>
    public static Citation MedidaPaper { get; } = new(
        ["Mojgani, Rambod", "Chattopadhyay, Ashesh", "Hassanzadeh, Pedram"],
        "Discovery of interpretable structural model errors by combining Bayesian sparse regression and data assimilation: A chaotic Kuramoto-Sivashinsky test case",
        "Chaos 32, 061105",
        2022)
    {
        Doi = "10.1063/5.0091282",
        Arxiv = "2110.00546",
    };

    /// <summary>The paper on flows that are observed sparsely.</summary>
    public static Citation SparseFlowPaper { get; } = new(
        ["Mojgani, Rambod", "Chattopadhyay, Ashesh", "Hassanzadeh, Pedram"],
        "Interpretable structural model error discovery from sparse assimilation increments using spectral bias-reduced neural networks: A quasi-geostrophic turbulence test case",
        "J. Adv. Model. Earth Syst. 16(3), e2023MS004033",
        2024)
    {
        Doi = "10.1029/2023MS004033",
        Arxiv = "2309.13211",
    };

    /// <summary>The methods of the room.</summary>
    public static IReadOnlyList<Method> Methods { get; } =
    [
        new Method<ProjectOptions, IVerbResult>("medida-ks")
        {
            Word = "run",
            Summary = "Find the terms that a solver is missing, from observations of the true system.",
            Citation = MedidaPaper,
            Inputs = [RunVerb.ProjectInput],
            HasDryRun = true,
            HasResume = true,
            RunsCommands = true,
            Elsewhere = new Destination("flow", FlowProject.IsFlow),
            Examples =
            [
                new("residuum discover run project.yaml", "Finds the missing terms and leaves a report in the run folder."),
                new("residuum discover run project.yaml --method-selection corner --json", "Another rule for the number of terms; the result for a script."),
                new("residuum discover run --observations-file obs.nc --model-name kuramoto-sivashinsky --model-parameters advection=0", "The same without a project file."),
            ],
            Run = RunVerb.Run,
            Companions =
            [
                DemoVerb.Verb,
                .. ResultVerbs.All,
                SkillVerb.Verb,
                ObserveVerb.Verb,
                AssimilateVerb.Verb,
                .. ProjectVerbs.All,
            ],
        },
        new Method<FlowProjectOptions, IVerbResult>("medida-qg")
        {
            Word = "flow",
            Summary = "Find the terms that a two-layer flow model is missing, from readings at sensors.",
            Citation = SparseFlowPaper,
            Inputs = [RunVerb.ProjectInput],
            HasDryRun = true,
            HasResume = true,
            Examples =
            [
                new("residuum discover flow flow.yaml", "Finds the missing terms of each layer and leaves a report with maps in the run folder."),
                new("residuum discover flow --observations-file flow.nc --model-parameters-friction 0.37", "The same without a project file: a model with too much bottom friction."),
                new("residuum discover flow flow.yaml --interpolation-method auto --method-cut 10 --json", "The interpolator that held-out sensors choose, and a narrower cut; the result for a script."),
            ],
            Run = FlowVerb.Run,
            Companions = [FlowObserveVerb.Verb],
        },
    ];

    /// <summary>The room.</summary>
    public static Room Room { get; } = new("discover", "Find the missing physics of a solver.", Methods) { Shortcuts = ["solver"] };
}
