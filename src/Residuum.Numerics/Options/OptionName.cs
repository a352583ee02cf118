using System.Text;

namespace Residuum.Numerics.Options;

/// <summary>One spelling rule for flags and YAML keys: <c>AlphaMax</c> is <c>alpha-max</c>.</summary>
public static class OptionName
{
    /// <summary>Kebab case of a property or enumeration name.</summary>
    /// <param name="name">The C# name.</param>
    /// <returns>Lower case words joined by hyphens; digits stay with their word.</returns>
    public static string Kebab(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var text = new StringBuilder(name.Length + 4);
        for (int i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))))
                text.Append('-');
            text.Append(char.ToLowerInvariant(name[i]));
        }
        return text.ToString();
    }
}
