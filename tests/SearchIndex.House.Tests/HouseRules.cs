using SearchIndex.Testing;

namespace SearchIndex.House.Tests;

/// <summary>What several house tests look at.</summary>
internal static class HouseRules
{
    /// <summary>Gets the source files of the product, without what the build makes.</summary>
    public static IReadOnlyList<string> SourceFiles { get; } =
        [.. Directory.EnumerateFiles(RepositoryFolder.At("src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];

    /// <summary>Returns a path below the root, with forward slashes.</summary>
    public static string Relative(string file) => Path.GetRelativePath(RepositoryFolder.Root, file).Replace('\\', '/');
}
