using System.Text.Json;
using Residuum.Data.Arrays;

namespace Residuum.Data.Tests.Judges;

/// <summary>Compares a data set with a judge's description of it, or with another data set: every value, bit for bit, and every attribute.</summary>
internal static class Same
{
    /// <summary>Ours and a judge's view.</summary>
    /// <param name="ours">Our data set.</param>
    /// <param name="judged">Answer of tests/reference/describe.py.</param>
    /// <param name="hidden">Attributes that the judge's library keeps to itself.</param>
    public static void AsJudged(DataSet ours, JsonElement judged, params string[] hidden)
    {
        var variables = judged.GetProperty("variables");
        Assert.Equal(variables.EnumerateObject().Select(variable => variable.Name).Order(), ours.Variables.Where(variable => variable.Type != ElementType.Other).Select(variable => variable.Name).Order());
        foreach (var variable in ours.Variables.Where(variable => variable.Type != ElementType.Other)) Variable(variable, variables.GetProperty(variable.Name), hidden);
        Attributes("global", ours.Attributes, judged.GetProperty("attributes"), hidden);
        foreach (var dimension in judged.GetProperty("dims").EnumerateObject())
        {
            var own = Assert.Single(ours.Dimensions, own => own.Name == dimension.Name);
            Assert.Equal((dimension.Value[0].GetInt64(), dimension.Value[1].GetBoolean()), (own.Length, own.IsUnlimited));
        }
    }

    /// <summary>Two data sets of ours.</summary>
    /// <param name="expected">What was written.</param>
    /// <param name="found">What was read.</param>
    /// <param name="throughText">Numbers went through decimal text, which loses the sign of zero.</param>
    public static void AsOther(DataSet expected, DataSet found, bool throughText = false)
    {
        Assert.Equal(expected.Variables.Select(variable => variable.Name), found.Variables.Select(variable => variable.Name));
        Assert.Equal(expected.Attributes, found.Attributes);
        foreach (var variable in expected.Variables)
        {
            var other = found[variable.Name];
            Assert.Equal((variable.Name, variable.Type), (other.Name, other.Type));
            Assert.Equal(variable.Dimensions, other.Dimensions);
            Assert.Equal(variable.Attributes, other.Attributes);
            if (throughText) Assert.Equal(variable.Read(), other.Read());
            else Assert.Equal(Hex(variable), Hex(other));
        }
    }

    private static void Variable(Variable ours, JsonElement judged, string[] hidden)
    {
        Assert.Equal((ours.Name, judged.GetProperty("type").GetString()), (ours.Name, TypeName(ours.Type)));
        Assert.Equal(judged.GetProperty("shape").EnumerateArray().Select(length => length.GetInt64()), ours.Shape);
        if (judged.GetProperty("dims").GetArrayLength() > 0)
            Assert.Equal(judged.GetProperty("dims").EnumerateArray().Select(name => name.GetString()), ours.Dimensions.Select(dimension => dimension.Name));
        if (ours.Type == ElementType.Text)
            Assert.Equal(judged.GetProperty("values").EnumerateArray().Select(text => text.GetString()), ours.ReadText());
        else
            Assert.Equal((ours.Name, judged.GetProperty("values").GetString()), (ours.Name, Hex(ours)));
        Attributes(ours.Name, ours.Attributes, judged.GetProperty("attributes"), hidden);
    }

    private static void Attributes(string owner, AttributeTable ours, JsonElement judged, string[] hidden)
    {
        var names = ours.Select(attribute => attribute.Key).Except(hidden).Order().ToList();
        Assert.Equal(judged.EnumerateObject().Select(attribute => attribute.Name).Except(hidden).Order(), names);
        foreach (string name in names)
        {
            var (value, expected) = (ours[name], judged.GetProperty(name));
            string place = $"{owner}:{name}";
            Assert.Equal((place, expected.GetProperty("type").GetString()), (place, TypeName(value.Type)));
            if (value.IsText) Assert.Equal(expected.GetProperty("values").EnumerateArray().Select(text => text.GetString()), value.Values.Cast<string?>());
            else Assert.Equal((place, expected.GetProperty("values").GetString()), (place, Convert.ToHexStringLower(Elements.Bytes(value.Values, value.Type))));
        }
    }

    private static string Hex(Variable variable) => variable.Type == ElementType.Text
        ? string.Join('\n', variable.ReadText())
        : Convert.ToHexStringLower(Elements.Bytes(variable.ReadElements(), variable.Type));

    private static string TypeName(ElementType type) => type switch { ElementType.Boolean => "bool", _ => type.ToString().ToLowerInvariant() };
}
