using System.Collections.Concurrent;
using System.Reflection;
using Residuum.Numerics.Options;

namespace Residuum.Experiments.Options;

/// <summary>All options of a record: flags, keys, help, JSON schema and reference page derive from it.</summary>
public sealed class OptionSchema
{
    private static readonly ConcurrentDictionary<Type, OptionSchema> Known = new();

    private OptionSchema(Type type, IReadOnlyList<OptionDeclaration> options) => (Type, Options) = (type, options);

    /// <summary>The options record.</summary>
    public Type Type { get; }

    /// <summary>Its options in the order of the record; a section counts as one.</summary>
    public IReadOnlyList<OptionDeclaration> Options { get; }

    /// <summary>The options that a flag can set, those in sections included.</summary>
    public IEnumerable<OptionDeclaration> Flags => Options.SelectMany(option =>
        option.HasFlag ? [option] : option.Shape == OptionShape.Single ? option.Section!.Flags : []);

    /// <summary>The options of a record.</summary>
    /// <typeparam name="T">Record whose properties carry <see cref="OptionAttribute"/>; it needs a constructor without parameters.</typeparam>
    public static OptionSchema Of<T>()
        where T : new() => Of(typeof(T));

    /// <summary>The options of a record.</summary>
    /// <param name="type">The record.</param>
    public static OptionSchema Of(Type type) => Known.GetOrAdd(type, static key => Build(key, null, ""));

    /// <summary>Reads the declarations; the defaults are those of an instance, so that an owner may set other defaults for its section.</summary>
    internal static OptionSchema Build(Type type, object? instance, string prefix)
    {
        instance ??= Activator.CreateInstance(type)!;
        var options = new List<OptionDeclaration>();
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).OrderBy(property => Depth(property.DeclaringType!)).ThenBy(property => property.MetadataToken))
        {
            if (property.GetCustomAttribute<OptionAttribute>() is not { } attribute) continue;
            if (!property.CanWrite) throw new InvalidOperationException($"{type.Name}.{property.Name} needs an init accessor");
            options.Add(new OptionDeclaration(property, attribute, property.GetValue(instance), prefix));
        }
        return new OptionSchema(type, options);
    }

    /// <summary>A record's own options come after those that it inherits.</summary>
    private static int Depth(Type type) => type.BaseType is { } parent ? 1 + Depth(parent) : 0;
}
