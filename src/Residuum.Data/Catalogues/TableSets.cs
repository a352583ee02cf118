namespace Residuum.Data.Catalogues;

/// <summary>Tables.</summary>
internal static class TableSets
{
    private const string SklearnFolder = "/usr/lib/python3/dist-packages/sklearn/datasets";

    public static IReadOnlyList<CatalogueEntry> Entries { get; } =
    [
        new()
        {
            Name = "libsvm",
            What = "two-class data, sparse and binary: w8a 49,749 x 300, a8a 22,696 x 123 (LIBSVM format, gzip)",
            Licence = "no licence file; the LIBSVM collection (w8a: J. Platt; a8a: UCI Adult, CC-BY-4.0)",
            Address = "https://www.csie.ntu.edu.tw/~cjlin/libsvmtools/datasets/binary.html",
            Files =
            [
                new("w8a.gz", "758d97c654378b34cca0160e7a6b2ac926d882b51dddd2f0d3d3743f0ed9135b"),
                new("a8a.gz", "878dc2e86d4b06cd84cfe1759d90e83dbfa41eee6840b184df6daf748d491110"),
            ],
        },
        new()
        {
            Name = "sklearn-tables",
            What = "digits, breast cancer, diabetes, wine, iris (CSV)",
            Licence = "BSD-3-Clause; the tables CC-BY-4.0 at UCI",
            Address = "https://scikit-learn.org/stable/datasets/toy_dataset.html",
            Package = "python3-sklearn (Debian)",
            Command = "apt-get install python3-sklearn",
            PackageFolders = [$"{SklearnFolder}/data"],
            Files = [new("digits.csv.gz"), new("breast_cancer.csv"), new("wine_data.csv"), new("iris.csv")],
        },
        new()
        {
            Name = "sklearn-photographs",
            What = "two photographs, 640 x 427",
            Licence = "CC-BY-2.0",
            Address = "https://scikit-learn.org/stable/datasets/loading_other_datasets.html",
            Package = "python3-sklearn (Debian)",
            Command = "apt-get install python3-sklearn",
            PackageFolders = [$"{SklearnFolder}/images"],
            Files = [new("china.jpg"), new("flower.jpg")],
        },
        new()
        {
            Name = "vega-datasets",
            What = "weather, flights (3 million rows, Parquet), stocks, CO2 and other tables",
            Licence = "BSD-3-Clause for the collection; each table has its own source",
            Address = "https://github.com/vega/vega-datasets",
            Package = "vega-datasets (npm)",
            Command = "npm install vega-datasets",
            PackageFolders = ["node_modules/vega-datasets/data"],
        },
    ];
}
