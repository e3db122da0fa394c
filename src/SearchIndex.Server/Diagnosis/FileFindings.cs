using SearchIndex.News.Query.Saved;
using SearchIndex.News.Variants;
using SearchIndex.Server.Collections;

namespace SearchIndex.Server.Diagnosis;

/// <summary>Are the files that the service was told of what they should be?</summary>
internal static class FileFindings
{
    public static IEnumerable<Finding> Of(CollectionOptions options) =>
    [
        .. options.VariantsFile is { } variants ? [Read("variants", variants, () => Variants(variants))] : Array.Empty<Finding>(),
        .. options.QueriesFile is { } queries ? [Read("saved queries", queries, () => Queries(queries))] : Array.Empty<Finding>(),
        .. options.ArchivePaths.Select(path => Read("archive", path, () => Articles("archive", path, options.IndexFolder))),
        .. options.WatchedPaths.Select(path => Read("watched files", path, () => Articles("watched files", path, options.IndexFolder))),
        .. options.InboxFolder is { } inbox ? [Read("inbox", inbox, () => Inbox(inbox, options.IndexFolder))] : Array.Empty<Finding>(),
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

    private static Finding Articles(string part, string path, string index)
    {
        if (!Path.Exists(path))
        {
            return Finding.Fault(part, $"{path} is not there", "name what is there, or wait for its disk");
        }

        if (IsInside(index, path))
        {
            return Finding.Warning(part, $"the index lies in {path}, whose files are taken for articles", "put the index elsewhere");
        }

        bool isEmpty = Directory.Exists(path) && !Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Any();
        return isEmpty
            ? Finding.Warning(part, $"{path} has no files: the service would take all its articles out of the index", "check that its disk is there")
            : Finding.Good(part, path);
    }

    private static Finding Inbox(string path, string index)
    {
        const string part = "inbox";
        if (File.Exists(path) || (Directory.Exists(path) && !DiskFindings.CanWrite(path)))
        {
            return Finding.Fault(part, $"{path} is no folder that can be written: articles that come over HTTP are refused", "give it to the user of the service (chown), or name another");
        }

        return IsInside(path, index)
            ? Finding.Warning(part, $"{path} lies in the folder of the index, and goes when that is replaced", "put the inbox elsewhere")
            : Finding.Good(part, path);
    }

    /// <summary>Tells whether a path lies below a folder.</summary>
    internal static bool IsInside(string path, string folder) =>
        Path.GetFullPath(path).StartsWith(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
