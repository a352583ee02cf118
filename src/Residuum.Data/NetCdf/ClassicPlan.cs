using Residuum.Data.Arrays;
using Residuum.Numerics.Errors;

namespace Residuum.Data.NetCdf;

/// <summary>Checks a schema, chooses the version and gives every variable its place: fixed ones first, then records.</summary>
internal static class ClassicPlan
{
    private const long CounterLimit = 1L << 32;

    public static ClassicHeader Of(NetCdfSchema schema, NetCdfVersion wanted)
    {
        CheckNames(schema);
        var dimensions = schema.Dimensions.ToDictionary(dimension => dimension.Name, StringComparer.Ordinal);
        var variables = schema.Variables.Select(variable => Declare(variable, dimensions)).ToList();
        int version = wanted == NetCdfVersion.Automatic ? Choose(schema, variables) : (int)wanted;
        CheckSizes(variables, version);
        // Offsets are of fixed width, so the header's length does not depend on them.
        long headerLength = LengthOf(Header(schema, variables, version));
        return Header(schema, Place(variables, headerLength, version), version);
    }

    private static ClassicHeader Header(NetCdfSchema schema, IReadOnlyList<ClassicVariable> variables, int version) =>
        new(version, 0, schema.Dimensions, schema.Attributes, variables);

    private static ClassicVariable Declare(NetCdfVariable variable, Dictionary<string, Dimension> dimensions)
    {
        var own = variable.Dimensions.Select(name => dimensions.TryGetValue(name, out var dimension)
            ? dimension
            : throw new ArgumentException($"variable {variable.Name} has the undeclared dimension {name}")).ToList();
        if (own.Skip(1).Any(dimension => dimension.IsUnlimited))
            throw new ArgumentException($"variable {variable.Name} is unlimited in another dimension than its first");
        if (ClassicFormat.Code(variable.Type) == 0)
            throw new ArgumentException($"variable {variable.Name} has type {variable.Type}, which netCDF does not know");
        return new ClassicVariable(variable.Name, variable.Type, own, variable.Attributes ?? [], Begin: 0);
    }

    private static int Choose(NetCdfSchema schema, List<ClassicVariable> variables)
    {
        var types = variables.Select(variable => variable.Type)
            .Concat(schema.Attributes.Concat(variables.SelectMany(variable => variable.Attributes)).Select(attribute => attribute.Value.Type));
        bool large = variables.Any(variable => variable.SlabBytes > CounterLimit - 4) || schema.Dimensions.Any(dimension => dimension.Length >= CounterLimit);
        return large || types.Any(type => ClassicFormat.Code(type) > ClassicFormat.TypeCount(2)) ? 5 : 2;
    }

    private static void CheckSizes(List<ClassicVariable> variables, int version)
    {
        foreach (var variable in variables)
        {
            if (ClassicFormat.Code(variable.Type) > ClassicFormat.TypeCount(version))
                throw new UserError($"variable {FormatError.Quote(variable.Name)} has a type that CDF-{version} does not know", found: variable.Type.ToString(), remedy: "write CDF-5");
            if (version != 5 && variable.SlabBytes > CounterLimit - 4)
                throw new UserError($"variable {FormatError.Quote(variable.Name)} is too large for CDF-{version}", found: $"{variable.SlabBytes} bytes", remedy: "write CDF-5");
        }
    }

    private static void CheckNames(NetCdfSchema schema)
    {
        foreach (string name in schema.Dimensions.Select(dimension => dimension.Name).Concat(schema.Variables.Select(variable => variable.Name)))
        {
            if (name.Length == 0 || name.Contains('/', StringComparison.Ordinal) || name.Any(char.IsControl))
                throw new UserError("netCDF does not allow the name", found: FormatError.Quote(name), expected: "a name without control characters and '/'");
        }
        if (schema.Dimensions.Count(dimension => dimension.IsUnlimited) > 1)
            throw new UserError("netCDF classic allows one unlimited dimension", found: $"{schema.Dimensions.Count(dimension => dimension.IsUnlimited)}");
        if (schema.Dimensions.FirstOrDefault(dimension => !dimension.IsUnlimited && dimension.Length == 0) is { } empty)
            throw new UserError($"netCDF classic allows no empty dimension, {FormatError.Quote(empty.Name)} has length 0", remedy: "make it the unlimited dimension");
        if (schema.Variables.GroupBy(variable => variable.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"two variables are named {twice.Key}", nameof(schema));
    }

    private static long LengthOf(ClassicHeader header)
    {
        using var sink = new MemoryStream();
        new ClassicHeaderWriter(sink, header.Version).Write(header);
        return sink.Length;
    }

    private static ClassicVariable[] Place(List<ClassicVariable> variables, long begin, int version)
    {
        var placed = new ClassicVariable[variables.Count];
        foreach (bool records in (ReadOnlySpan<bool>)[false, true])
        {
            for (int i = 0; i < placed.Length; i++)
            {
                if (variables[i].IsRecord != records) continue;
                if (version == 1 && begin > int.MaxValue) throw new UserError("the file is too large for CDF-1", remedy: "write CDF-2");
                placed[i] = variables[i] with { Begin = begin };
                begin += ClassicFormat.Padded(variables[i].SlabBytes);
            }
        }
        return placed;
    }
}
