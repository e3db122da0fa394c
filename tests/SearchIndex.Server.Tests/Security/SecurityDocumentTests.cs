using System.Text.RegularExpressions;
using SearchIndex.Testing;

namespace SearchIndex.Server.Tests.Security;

public sealed partial class SecurityDocumentTests
{
    [Fact]
    public void Document_NamesTests_ThatExist()
    {
        string tests = string.Concat(Directory.EnumerateFiles(RepositoryFolder.At("tests"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        string[] named = [.. TestNames().Matches(File.ReadAllText(RepositoryFolder.At("docs/security.md"))).Select(match => match.Groups[1].Value)];

        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.Contains($" {name}(", tests, StringComparison.Ordinal));
    }

    [GeneratedRegex("`([A-Z][A-Za-z0-9]*_[A-Za-z0-9_]+)`")]
    private static partial Regex TestNames();
}
