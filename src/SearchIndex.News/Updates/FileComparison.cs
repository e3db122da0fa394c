using SearchIndex.News.Ingest;

namespace SearchIndex.News.Updates;

/// <summary>Tells what happened to files: by size and time where these suffice, by their bytes where not.</summary>
internal static class FileComparison
{
    /// <summary>Compares files with what the index knows of them. Any number of threads may call it.</summary>
    /// <param name="file">The file as it is now.</param>
    /// <param name="known">What the index knows, or null.</param>
    /// <param name="bytesRead">How many bytes had to be read for that.</param>
    public static FileChange Compare(SourceFile file, ManifestEntry? known, out long bytesRead)
    {
        bytesRead = 0;
        if (known is null)
        {
            return FileChange.New;
        }

        bool hasSameLength = known.File.LengthBytes == file.LengthBytes;
        if (hasSameLength && known.IsSettled && known.File.LastWriteUtc == file.LastWriteUtc)
        {
            return FileChange.Unchanged;
        }

        return hasSameLength ? CompareBytes(file, known, out bytesRead) : FileChange.Changed;
    }

    private static FileChange CompareBytes(SourceFile file, ManifestEntry known, out long bytesRead)
    {
        bytesRead = 0;
        try
        {
            using SourceBytes bytes = SourceBytes.Read(file);
            bytesRead = bytes.Span.Length;
            if (bytes.Hash.IsUnknown || bytes.Hash != known.Hash)
            {
                return FileChange.Changed;
            }

            return known.File.LastWriteUtc == file.LastWriteUtc || known.File.LastWriteUtc == ManifestEntry.UnsettledTime
                ? FileChange.Unchanged
                : FileChange.Touched;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return known.Problem == ArticleProblemKind.Unreadable ? FileChange.Unchanged : FileChange.Changed;
        }
    }
}
