using System.Text.RegularExpressions;

namespace SearchIndex.Cli.Tests.Packaging;

/// <summary>What a <c>.dockerignore</c> keeps out of the context: the last line that fits decides, and a line also fits what lies below what it names.</summary>
internal sealed class DockerIgnore
{
    private readonly (Regex Pattern, bool Excludes)[] _rules;

    public DockerIgnore(string text)
    {
        _rules = [.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#')
            .Select(line => (Fitting(line.TrimStart('!').Trim('/')), line[0] != '!'))];
    }

    /// <summary>Returns whether a path below the context stays out.</summary>
    public bool Excludes(string path) => _rules.LastOrDefault(rule => rule.Pattern.IsMatch(path)) is { Pattern: not null, Excludes: true };

    private static Regex Fitting(string pattern)
    {
        string body = Regex.Escape(pattern)
            .Replace(@"\*\*/", "(?:.*/)?", StringComparison.Ordinal)
            .Replace(@"\*", "[^/]*", StringComparison.Ordinal)
            .Replace(@"\?", "[^/]", StringComparison.Ordinal);
        return new Regex($"^{body}(?:/.*)?$", RegexOptions.CultureInvariant);
    }
}
