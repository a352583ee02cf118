namespace Residuum.Notices;

/// <summary>Which licences may be distributed with the product.</summary>
public static class LicencePolicy
{
    private static readonly HashSet<string> Allowed =
    [
        "MIT", "MIT-0", "MIT-Modern-Variant", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "Zlib", "BSL-1.0", "0BSD", "CC0-1.0", "Unlicense",
        "MS-PL", "OFL-1.1", "Unicode-3.0", "bzip2-1.0.6",
        "FTL", "IJG", "libpng-2.0",                // inside Skia
        "MPL-2.0",                                 // Eigen's headers inside libtorch, unmodified: copyleft ends at its files
        "Apache-2.0 WITH LLVM-exception",          // OpenMP on macOS
        "GPL-3.0-or-later WITH GCC-exception-3.1", // libgomp: the exception frees what merely uses it
        "LicenseRef-Intel-Simplified",             // MKL: redistribution unmodified, with its notice
        "LicenseRef-Adobe-DNG-SDK",                // inside Skia: royalty-free, with its notice
    ];

    /// <summary>Whether an SPDX expression can be met: every part of an AND, one part of an OR.</summary>
    /// <param name="expression">Without parentheses, as in all that is used here; others are refused.</param>
    public static bool Accepts(string expression) =>
        expression.Split(" OR ").Any(choice => choice.Split(" AND ").All(licence => Allowed.Contains(licence.Trim())));
}
