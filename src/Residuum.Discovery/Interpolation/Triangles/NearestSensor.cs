namespace Residuum.Discovery.Interpolation;

/// <summary>The sensor that is nearest to a place in scaled coordinates; of equally near ones the first.</summary>
internal sealed class NearestSensor(ScaledPlaces sensors)
{
    public int Of(double x, double y)
    {
        int nearest = 0;
        double least = double.PositiveInfinity;
        for (int i = 0; i < sensors.Count; i++)
        {
            double dx = sensors.X[i] - x, dy = sensors.Y[i] - y, distance = (dx * dx) + (dy * dy);
            if (distance < least) (nearest, least) = (i, distance);
        }
        return nearest;
    }
}
