using Residuum.Data.Bytes;
using Residuum.Discovery.Observations;
using Residuum.Experiments.Options;
using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Projects;

/// <summary>The YAML file of a project.</summary>
public static class ProjectFile
{
    /// <summary>Reads a project; runs nothing.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="UserError">Names the line of an unknown key, a wrong type or a value out of range.</exception>
    public static Project Load(string path) =>
        new(OptionBinder.Bind<ProjectOptions>(OptionFile.Read(path)), Path.GetDirectoryName(Path.GetFullPath(path))!);

    /// <summary>Writes a commented project for a file of observations: what the file says is filled in, all else stands as a comment with its default.</summary>
    /// <param name="observations">The file of observations.</param>
    /// <param name="path">The project file; must not exist.</param>
    /// <param name="options">How to read the observations, where the file does not say it.</param>
    /// <param name="method">The method, such as <see cref="MedidaOptions.Paper"/>; its defaults where left out.</param>
    /// <returns>The observations that were looked at.</returns>
    /// <exception cref="UserError">The observations can not be read, or the project file exists.</exception>
    public static ObservationSet Init(string observations, string path, ObservationOptions? options = null, MedidaOptions? method = null)
    {
        if (File.Exists(path)) throw new UserError("the project file exists", path, remedy: "give another name, or remove it first");
        options ??= new ObservationOptions();
        var set = ObservationSet.Open(observations, options);
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        string relative = Path.GetRelativePath(folder, Path.GetFullPath(observations));
        string text = new ProjectText(set, options with { File = relative }, method ?? new MedidaOptions()).Write();
        AtomicFile.Write(path, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(text)));
        return set;
    }
}
