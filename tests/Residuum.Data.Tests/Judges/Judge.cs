using System.Diagnostics;
using System.Text.Json;

namespace Residuum.Data.Tests.Judges;

/// <summary>Asks the Python libraries of the field what a file holds (tests/reference/describe.py).</summary>
internal static class Judge
{
    /// <summary>One answer per <c>ENGINE:FILE</c>, in one Python process.</summary>
    public static JsonElement[] Describe(TemporaryFolder folder, params string[] questions)
    {
        string answers = folder.File("answers.json");
        Python(["xarray", "netCDF4", "scipy"], Repository.File("tests", "reference", "describe.py"), [answers, .. questions]);
        using var document = JsonDocument.Parse(File.ReadAllBytes(answers));
        return [.. document.RootElement.Clone().EnumerateArray()];
    }

    /// <summary>Runs a script of tests/reference.</summary>
    public static string Python(string[] modules, string script, params string[] arguments)
    {
        string python = Needs.Python();
        foreach (string module in modules) python = Needs.PythonModule(module);
        return Program(python, [script, .. arguments]);
    }

    /// <summary>Runs a program that must succeed, and gives its output.</summary>
    public static string Program(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{Path.GetFileName(program)} {string.Join(' ', arguments)} failed: {errors.Result}");
        return output;
    }
}
