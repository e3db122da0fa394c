using System.CommandLine;
using SearchIndex.News.Query;
using SearchIndex.News.Query.Saved;

namespace SearchIndex.Cli;

/// <summary>The option <c>--queries-file</c> of commands that take a file of saved queries.</summary>
internal static class QueriesOption
{
    private const string Name = "--queries-file";

    /// <summary>Creates the option for a command.</summary>
    public static Option<string> Create(string description) => new(Name) { Description = description, HelpName = "FILE" };

    /// <summary>Reads the file that was named, and prints what is wrong with it.</summary>
    /// <exception cref="UsageException">None was named, or there is no such file.</exception>
    public static SavedQueryFile Load(string? path, Terminal terminal)
    {
        if (path is null)
        {
            throw new UsageException($"name the file of saved queries with {Name}");
        }

        ThrowIfMissing(path);
        SavedQueryFile file = SavedQueryFile.Load(path);
        foreach (SavedQueryProblem problem in file.Problems)
        {
            terminal.Error.WriteLine(VisibleText.Escape(problem.ToString()));
        }

        return file;
    }

    /// <summary>Refuses a file that is not there; null is none.</summary>
    /// <exception cref="UsageException">There is no such file.</exception>
    public static void ThrowIfMissing(string? path)
    {
        if (path is not null && !File.Exists(path))
        {
            throw new UsageException($"no such file: {VisibleText.Escape(path)}");
        }
    }

    /// <summary>Returns the queries of these names, or all when none is given.</summary>
    /// <exception cref="UsageException">There is no query of one of the names.</exception>
    public static IReadOnlyList<SavedQuery> Select(SavedQueryFile file, string[] names) => names.Length == 0
        ? file.Queries
        : [.. names.Select(name => file.Find(name) ?? throw new UsageException($"no saved query '{VisibleText.Escape(name)}'"))];
}
