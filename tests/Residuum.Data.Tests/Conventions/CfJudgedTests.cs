using System.Globalization;
using System.Text.Json;
using Residuum.Data.Conventions;
using Residuum.Data.Tests.Judges;

namespace Residuum.Data.Tests.Conventions;

/// <summary>Dates of every calendar against cftime.</summary>
[Trait("Needs", "python")]
public sealed class CfJudgedTests : IDisposable
{
    private static readonly string[] Calendars =
        ["standard", "gregorian", "proleptic_gregorian", "julian", "noleap", "365_day", "all_leap", "366_day", "360_day"];

    private static readonly string[] Units =
    [
        "days since 2001-01-01", "days since 0001-01-01 00:00:00", "hours since 1900-01-01 06:30:15.25", "seconds since 1970-01-01T00:00:00Z",
        "minutes since 1582-10-04 12:00", "milliseconds since 1999-12-30 23:59:59", "hours since 1850-02-28 00:00 -03:30",
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Dates_are_those_of_cftime_in_every_calendar()
    {
        var random = new Random(1);
        var questions = (from calendar in Calendars from units in Units from i in Enumerable.Range(0, 30) select (Value: Value(units, i, random), Units: units, Calendar: calendar)).ToList();
        string asked = _folder.File("questions.json"), answered = _folder.File("answers.json");
        File.WriteAllText(asked, JsonSerializer.Serialize(questions.Select(question => new object[] { question.Value, question.Units, question.Calendar })));
        Judge.Python(["cftime"], Repository.File("tests", "reference", "cf.py"), "dates", answered, asked);
        using var answers = JsonDocument.Parse(File.ReadAllText(answered));
        foreach (var (question, answer) in questions.Zip(answers.RootElement.EnumerateArray()))
        {
            int[] parts = [.. answer.EnumerateArray().Select(part => part.GetInt32())];
            var date = CfTime.Parse(question.Units, question.Calendar).DateOf(question.Value);
            string label = string.Create(CultureInfo.InvariantCulture, $"{question.Value:R} {question.Units} {question.Calendar}: ");
            Assert.Equal(label + new CfDate(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6]), label + date);
        }
    }

    /// <summary>Zero, whole and broken numbers, within some 500 years of the reference date, at exact microseconds.</summary>
    private static double Value(string units, int i, Random random)
    {
        double perDay = units.Split(' ')[0] switch { "days" => 1, "hours" => 24, "minutes" => 1440, "seconds" => 86400, _ => 86_400_000 };
        double days = i < 2 ? i : random.Next(0, 180_000) * (i % 3 == 0 ? 0.01 : 1) + random.Next(0, 4) / 4.0;
        return i % 2 == 0 ? Math.Floor(days * perDay) : Math.Round(days * perDay * 64) / 64;
    }
}
