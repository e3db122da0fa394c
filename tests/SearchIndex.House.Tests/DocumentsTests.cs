using System.Text.RegularExpressions;
using SearchIndex.Testing;

namespace SearchIndex.House.Tests;

/// <summary>Documents must not name what is not there.</summary>
public sealed partial class DocumentsTests
{
    public static TheoryData<string> Documents()
    {
        string[] files =
        [
            RepositoryFolder.At("README.md"),
            .. Directory.EnumerateFiles(RepositoryFolder.At("docs"), "*.md", SearchOption.AllDirectories),
            .. Directory.EnumerateFiles(RepositoryFolder.At("src"), "README.md", SearchOption.AllDirectories),
            .. Directory.EnumerateFiles(RepositoryFolder.At("tools"), "*.md", SearchOption.AllDirectories),
        ];
        return [.. files.Select(HouseRules.Relative).Order(StringComparer.Ordinal)];
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Document_NamesPaths_ThatExist(string document)
    {
        string text = File.ReadAllText(RepositoryFolder.At(document));
        string folder = Path.GetDirectoryName(RepositoryFolder.At(document))!;
        string[] missing = [.. Paths().Matches(text).Select(match => match.Groups[1].Value)
            .Concat(Links().Matches(text).Select(match => match.Groups[1].Value))
            .Where(path => !path.Contains("://", StringComparison.Ordinal) && !path.StartsWith('#'))
            .Select(path => path.Split('#')[0])
            .Where(path => !Exists(RepositoryFolder.At(path)) && !Exists(Path.Combine(folder, path)))
            .Distinct()];

        Assert.Empty(missing);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Document_NamesTypes_ThatExist(string document)
    {
        HashSet<string> known = KnownNames();
        string[] missing = [.. TypeNames().Matches(File.ReadAllText(RepositoryFolder.At(document)))
            .Select(match => match.Groups[1].Value)
            .Where(name => !known.Contains(name))
            .Distinct()];

        Assert.Empty(missing);
    }

    private static bool Exists(string path) => File.Exists(path) || Directory.Exists(path);

    /// <summary>Every word of the sources counts: types, members, and what they are called in comments.</summary>
    private static HashSet<string> KnownNames() =>
        [.. HouseRules.SourceFiles
            .Concat(Directory.EnumerateFiles(RepositoryFolder.At("tests"), "*.cs", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(RepositoryFolder.At("tests"), "*.java", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(RepositoryFolder.At("tools"), "*.cs", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(RepositoryFolder.At("benchmarks"), "*.cs", SearchOption.AllDirectories))
            .SelectMany(file => Words().Matches(File.ReadAllText(file)).Select(match => match.Value))];

    // `src/…`, `tests/…` and the like in backticks; placeholders (N, *, {}) are no paths.
    [GeneratedRegex(@"`((?:src|tests|docs|tools|benchmarks|packaging|index-data)/[\w./-]*[\w/])`")]
    private static partial Regex Paths();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Links();

    // `PascalCase` in backticks with at least two humps is a type or a member.
    [GeneratedRegex(@"`([A-Z][a-z0-9]+(?:[A-Z][A-Za-z0-9]*)+)`")]
    private static partial Regex TypeNames();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Words();
}
