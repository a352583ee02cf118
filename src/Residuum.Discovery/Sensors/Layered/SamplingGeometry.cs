using Residuum.Data.Arrays;
using Residuum.Data.Conventions;
using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Sensors.Layered;

/// <summary>Where the coordinates of each element of a data variable stand: along its own dimensions, or along the instances of a ragged array.</summary>
internal sealed class SamplingGeometry
{
    private readonly DataSet _data;
    private readonly Variable _field;
    private readonly int[] _lengths, _strides;
    private readonly Dictionary<string, (int Axis, int[] Instances)> _ragged = new(StringComparer.Ordinal);

    /// <summary>Finds the ragged dimensions of a data variable.</summary>
    /// <param name="data">The file.</param>
    /// <param name="field">The data variable.</param>
    public SamplingGeometry(DataSet data, Variable field)
    {
        (_data, _field) = (data, field);
        _lengths = [.. field.Shape.Select(length => checked((int)length))];
        _strides = new int[_lengths.Length];
        for (int axis = _lengths.Length - 1, stride = 1; axis >= 0; stride *= _lengths[axis--]) _strides[axis] = stride;
        foreach (var variable in data.Variables)
        {
            if (variable.Attributes.Text("sample_dimension") is { } samples) AddContiguous(variable, samples);
            if (variable.Attributes.Text("instance_dimension") is { } instances) AddIndexed(variable, instances);
        }
    }

    /// <summary>The axis of a dimension of one of these names; null where there is none.</summary>
    /// <param name="names">Names in lower case.</param>
    public int? Axis(IReadOnlyList<string> names)
    {
        int axis = _field.Dimensions.ToList().FindIndex(dimension => names.Contains(dimension.Name.ToLowerInvariant()));
        return axis < 0 ? null : axis;
    }

    /// <summary>Place of an element along an axis.</summary>
    /// <param name="element">Element of the data variable, in C order.</param>
    /// <param name="axis">Axis.</param>
    public int Place(int element, int axis) => element / _strides[axis] % _lengths[axis];

    /// <summary>The value of a coordinate at each element of the data variable.</summary>
    /// <param name="coordinate">The coordinate.</param>
    /// <param name="values">Its values, in C order.</param>
    /// <exception cref="UserError">The coordinate has a dimension that the data variable does not reach.</exception>
    public Func<int, double> Along(Variable coordinate, double[] values)
    {
        var places = new Func<int, int>[coordinate.Rank];
        for (int i = 0; i < places.Length; i++) places[i] = PlaceAlong(coordinate, coordinate.Dimensions[i]);
        int[] lengths = [.. coordinate.Shape.Select(length => (int)length)];
        return element =>
        {
            int at = 0;
            for (int i = 0; i < places.Length; i++)
            {
                int place = places[i](element);
                if (place < 0) return double.NaN; // an element that belongs to no instance
                at = (at * lengths[i]) + place;
            }
            return values[at];
        };
    }

    private Func<int, int> PlaceAlong(Variable coordinate, Dimension dimension)
    {
        int axis = _field.Dimensions.ToList().FindIndex(own => own.Name == dimension.Name);
        if (axis >= 0) return element => Place(element, axis);
        if (_ragged.TryGetValue(dimension.Name, out var ragged))
        {
            int length = (int)dimension.Length;
            return element => ragged.Instances[Place(element, ragged.Axis)] is var instance && instance < length ? instance : -1;
        }
        throw new UserError("a coordinate does not belong to the data variable", $"{_data.Source}: {coordinate.Name}", $"dimension {Data.FormatError.Quote(dimension.Name)}",
            $"a dimension of {_field.Name} ({string.Join(", ", _field.Dimensions.Select(own => own.Name))}), or ragged rows that the attribute sample_dimension or instance_dimension describes");
    }

    /// <summary>Contiguous: the variable counts the elements of each instance.</summary>
    private void AddContiguous(Variable counts, string samples)
    {
        int axis = _field.Dimensions.ToList().FindIndex(dimension => dimension.Name == samples);
        if (axis < 0 || counts.Rank != 1) return;
        int[] instances = new int[_lengths[axis]];
        Array.Fill(instances, -1);
        long at = 0;
        double[] sizes = Cf.Read(counts);
        for (int instance = 0; instance < sizes.Length; instance++)
        {
            long size = sizes[instance] >= 0 ? (long)Math.Min(sizes[instance], int.MaxValue) : 0;
            if (at + size > instances.Length)
                throw new UserError("the rows of a ragged array are longer than the array", $"{_data.Source}: {counts.Name}", $"{at + size} up to instance {instance}", $"at most {instances.Length} as dimension {samples}");
            instances.AsSpan((int)at, (int)size).Fill(instance);
            at += size;
        }
        _ragged[counts.Dimensions[0].Name] = (axis, instances);
    }

    /// <summary>Indexed: the variable names the instance of each element, from 0.</summary>
    private void AddIndexed(Variable indices, string instances)
    {
        int axis = indices.Rank == 1 ? _field.Dimensions.ToList().FindIndex(dimension => dimension.Name == indices.Dimensions[0].Name) : -1;
        if (axis < 0) return;
        _ragged[instances] = (axis, [.. Cf.Read(indices).Select(index => index >= 0 && index < int.MaxValue ? (int)index : -1)]);
    }
}
