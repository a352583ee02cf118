using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Residuum.Data.Safetensors;
using Residuum.Neural.Weights;
using Residuum.Numerics.Errors;
using static TorchSharp.torch;

namespace Residuum.Neural.Training;

/// <summary>A training run in one safetensors file: weights, optimizer's memory, losses and best weights as tensors; step, seed and options as texts.</summary>
/// <remarks>Mini-batches are a function of seed and step, so that the random position is the step.</remarks>
internal static class Checkpoint
{
    private const string Version = "1", Network = "network/", Memory = "optimizer/", Best = "best/", Losses = "losses";
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    public static void Save(string path, nn.Module network, Optimizer optimizer, TrainingState state, TrainingOptions options, long seed)
    {
        IEnumerable<SafetensorsContent> tensors =
        [
            .. ModuleWeights.Contents(network, Network),
            .. optimizer.State.Select(pair => TensorContents.Of(Memory + pair.Key, pair.Value)),
            .. state.BestWeights.Select(pair => TensorContents.Of(Best + pair.Key, pair.Value)),
            SafetensorsWriter.Content(Losses, state.Losses.ToArray(), state.Losses.Count),
        ];
        SafetensorsWriter.Write(path, tensors, new Dictionary<string, string>
        {
            ["checkpoint"] = Version,
            ["step"] = Text(state.Step),
            ["seed"] = Text(seed),
            ["options"] = JsonSerializer.Serialize(options, Json),
            ["best_score"] = state.BestScore.ToString("R", CultureInfo.InvariantCulture),
            ["best_step"] = Text(state.BestStep),
            ["waited"] = Text(state.Waited),
        });
    }

    /// <exception cref="UserError">Not a checkpoint, or one of another network, seed or other options.</exception>
    public static TrainingState Restore(string path, nn.Module network, Optimizer optimizer, TrainingOptions options, long seed)
    {
        using var file = SafetensorsFile.Open(path);
        Expect(file, "checkpoint", Version);
        Expect(file, "seed", Text(seed));
        ExpectOptions(file, options);
        ModuleWeights.Fill(network, file, Network);
        optimizer.Clear();
        foreach (string name in Names(file, Memory)) optimizer.Keep(name, TensorContents.Load(file, Memory + name));
        var state = new TrainingState
        {
            BestScore = double.Parse(Metadata(file, "best_score"), CultureInfo.InvariantCulture),
            BestStep = long.Parse(Metadata(file, "best_step"), CultureInfo.InvariantCulture),
            Waited = int.Parse(Metadata(file, "waited"), CultureInfo.InvariantCulture),
        };
        state.Losses.AddRange(file.ReadDouble(file[Losses]));
        Expect(file, "step", Text(state.Step));
        foreach (string name in Names(file, Best))
        {
            using var weights = TensorContents.Load(file, Best + name);
            state.KeepBest(name, weights);
        }
        return state;
    }

    private static void ExpectOptions(SafetensorsFile file, TrainingOptions options)
    {
        using var saved = JsonDocument.Parse(Metadata(file, "options"));
        foreach (var option in JsonSerializer.SerializeToElement(options, Json).EnumerateObject())
        {
            string? found = saved.RootElement.TryGetProperty(option.Name, out var value) ? value.ToString() : "nothing";
            if (found != option.Value.ToString())
                throw new UserError($"the checkpoint is of a run with another {option.Name}", file.Name, found, option.Value.ToString(), "resume with the options that the run was started with");
        }
    }

    private static void Expect(SafetensorsFile file, string key, string expected)
    {
        if (Metadata(file, key) is var found && found != expected) throw new UserError($"the checkpoint is of another {key}", file.Name, found, expected);
    }

    private static string Metadata(SafetensorsFile file, string key) =>
        file.Metadata.TryGetValue(key, out string? text) ? text : throw new UserError("not a checkpoint of a training run", file.Name, expected: $"'{key}' in its metadata");

    private static IEnumerable<string> Names(SafetensorsFile file, string prefix) =>
        file.Tensors.Where(tensor => tensor.Name.StartsWith(prefix, StringComparison.Ordinal)).Select(tensor => tensor.Name[prefix.Length..]);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
