namespace Residuum.Experiments.Options;

/// <summary>What an option's value is.</summary>
public enum OptionKind
{
    /// <summary>A real number.</summary>
    Number,

    /// <summary>A whole number.</summary>
    WholeNumber,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Switch,

    /// <summary>Any text.</summary>
    Text,

    /// <summary>One of a few names.</summary>
    Choice,

    /// <summary>A group of options: a section of the file, a prefix of the flags.</summary>
    Section,
}

/// <summary>How many values an option holds.</summary>
public enum OptionShape
{
    /// <summary>One.</summary>
    Single,

    /// <summary>Any number, in order.</summary>
    List,

    /// <summary>Values by a name that the user chooses.</summary>
    Map,
}

/// <summary>Maps a property's type to kind and shape.</summary>
internal static class OptionTypes
{
    public static (OptionKind Kind, OptionShape Shape, Type Element) Of(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            return (Single(type.GenericTypeArguments[0]), OptionShape.List, type.GenericTypeArguments[0]);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) && type.GenericTypeArguments[0] == typeof(string))
            return (Single(type.GenericTypeArguments[1]), OptionShape.Map, type.GenericTypeArguments[1]);
        return (Single(type), OptionShape.Single, type);
    }

    private static OptionKind Single(Type type) => type switch
    {
        _ when type.IsEnum => OptionKind.Choice,
        _ when type == typeof(double) => OptionKind.Number,
        _ when type == typeof(int) || type == typeof(long) => OptionKind.WholeNumber,
        _ when type == typeof(bool) => OptionKind.Switch,
        _ when type == typeof(string) => OptionKind.Text,
        _ when type.IsClass && type.GetConstructor(Type.EmptyTypes) is not null => OptionKind.Section,
        _ => throw new InvalidOperationException($"{type} cannot be an option: use a number, bool, string, enumeration, record, or a list or map of them"),
    };
}
