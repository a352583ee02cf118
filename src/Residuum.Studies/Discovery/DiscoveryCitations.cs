using Residuum.Experiments.Studies;

namespace Residuum.Studies.Discovery;

/// <summary>The papers of the room discover.</summary>
internal static class DiscoveryCitations
{
    /// <summary>Card medida-ks.</summary>
    public static Citation MedidaKs { get; } = new(
        ["Mojgani, Rambod", "Chattopadhyay, Ashesh", "Hassanzadeh, Pedram"],
        "Discovery of interpretable structural model errors by combining Bayesian sparse regression and data assimilation: A chaotic Kuramoto-Sivashinsky test case",
        "Chaos 32, 061105",
        2022)
    {
        Doi = "10.1063/5.0091282",
        Arxiv = "2110.00546",
    };
}
