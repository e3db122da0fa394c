using System.CommandLine;
using SearchIndex.News.Query;
using SearchIndex.News.Variants;

namespace SearchIndex.Cli;

/// <summary>The option <c>--variants</c> of commands that take a file of variants.</summary>
internal static class VariantsOption
{
    /// <summary>Creates the option for a command.</summary>
    public static Option<string> Create() => new("--variants")
    {
        Description = "A file of regional variants. Default: the one that is part of the program.",
        HelpName = "FILE",
    };

    /// <summary>Reads the file that was named, or returns the table that is part of the program.</summary>
    /// <exception cref="UsageException">There is no such file.</exception>
    public static VariantTable Load(string? path)
    {
        if (path is null)
        {
            return VariantTable.Embedded;
        }

        return File.Exists(path) ? VariantTable.Load(path) : throw new UsageException($"no such file: {VisibleText.Escape(path)}");
    }
}
