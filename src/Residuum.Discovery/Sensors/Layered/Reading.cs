namespace Residuum.Discovery.Sensors.Layered;

/// <summary>One number that a sensor read.</summary>
/// <param name="Sample">Number of the pair, where the file has it; else 0.</param>
/// <param name="Time">When.</param>
/// <param name="X">Where along x, in the coordinates of the file.</param>
/// <param name="Y">Where along y.</param>
/// <param name="Layer">In which layer, from 0.</param>
/// <param name="Value">What.</param>
internal readonly record struct Reading(double Sample, double Time, double X, double Y, int Layer, double Value);
