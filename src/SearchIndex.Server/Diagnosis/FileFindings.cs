using SearchIndex.News.Query.Saved;
using SearchIndex.News.Variants;

namespace SearchIndex.Server.Diagnosis;

/// <summary>Are the files that the service was told of what they should be?</summary>
internal static class FileFindings
{
    public static IEnumerable<Finding> Of(SearchServiceOptions options) =>
    [
        .. options.VariantsFile is { } variants ? [Read("variants", variants, () => Variants(variants))] : Array.Empty<Finding>(),
        .. options.QueriesFile is { } queries ? [Read("saved queries", queries, () => Queries(queries))] : Array.Empty<Finding>(),
        .. options.WatchedPaths.Select(path => Read("watched files", path, () => Watched(path, options.IndexFolder))),
    ];

    private static Finding Read(string part, string path, Func<Finding> read)
    {
        try
        {
            return read();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return Finding.Fault(part, $"{path} cannot be read: {problem.Message}", "let the user of the service read it, or name another");
        }
    }

    private static Finding Variants(string path)
    {
        VariantTable table = VariantTable.Load(path);
        return table.Problems.Count == 0
            ? Finding.Good("variants", $"{table.Groups.Count} groups in {path}")
            : Finding.Warning("variants", $"{table.Problems.Count} problems in {path}, the first: {table.Problems[0]}", $"see: searchindex variants check --variants {path}");
    }

    private static Finding Queries(string path)
    {
        SavedQueryFile file = SavedQueryFile.Load(path);
        return file.Problems.Count == 0
            ? Finding.Good("saved queries", $"{file.Queries.Count} in {path}")
            : Finding.Warning("saved queries", $"{file.Problems.Count} problems in {path}, the first: {file.Problems[0]}", $"see: searchindex queries list --queries-file {path}");
    }

    private static Finding Watched(string path, string index)
    {
        const string part = "watched files";
        if (!Path.Exists(path))
        {
            return Finding.Fault(part, $"{path} is not there", "name what is there, or wait for its disk");
        }

        string inside = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)) + Path.DirectorySeparatorChar;
        if (Path.GetFullPath(index).StartsWith(inside, StringComparison.Ordinal))
        {
            return Finding.Warning(part, $"the index lies in {path}, which is watched: its files are taken for articles", "put the index elsewhere");
        }

        bool isEmpty = Directory.Exists(path) && !Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Any();
        return isEmpty
            ? Finding.Warning(part, $"{path} has no files: the service would take all its articles out of the index", "check that its disk is there")
            : Finding.Good(part, path);
    }
}
