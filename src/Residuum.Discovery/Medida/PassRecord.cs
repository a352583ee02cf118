namespace Residuum.Discovery;

/// <summary>One pass: the coefficients that it ended with, and how well the model with them does.</summary>
/// <param name="Pass">Number of the pass, from 1; 0 is the model as given.</param>
/// <param name="Coefficients">Coefficients of every field's library, <c>[fields][terms]</c>.</param>
/// <param name="HeldOutSquare">Part of the increments' mean square that is left on the held-out samples (all, where none are held out), no less than the time step's own counting as given; mean over the fields.</param>
/// <param name="Change">‖Φ (c - c_before)‖ / ‖Φ c‖, the largest over the fields.</param>
public sealed record PassRecord(int Pass, IReadOnlyList<double[]> Coefficients, double HeldOutSquare, double Change);
