using System.CommandLine;
using SearchIndex.News.Query;

namespace SearchIndex.Cli;

/// <summary>The files and folders that commands read articles from.</summary>
internal static class ArticlePaths
{
    /// <summary>Creates the argument for a command.</summary>
    public static Argument<string[]> CreateArgument() => new("PATH")
    {
        Description = "Files, or folders that are read with all folders below them.",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>Checks that paths exist.</summary>
    /// <exception cref="UsageException">One does not.</exception>
    public static void ThrowIfMissing(IEnumerable<string> paths)
    {
        if (paths.FirstOrDefault(path => !Path.Exists(path)) is { } missing)
        {
            throw new UsageException($"no such file or folder: {VisibleText.Escape(missing)}");
        }
    }
}
