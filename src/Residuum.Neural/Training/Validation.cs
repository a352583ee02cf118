namespace Residuum.Neural.Training;

/// <summary>Judges a network while it trains; training ends with the weights that were judged best.</summary>
/// <param name="Score">Score of the present weights on samples that are not trained on; smaller is better.</param>
/// <param name="Every">Steps between two judgements.</param>
/// <param name="Patience">Judgements without a better score after which training stops.</param>
public sealed record Validation(Func<double> Score, int Every, int Patience);
