using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace SearchIndex.News.Ingest;

/// <summary>The first, cheap pass over an archive: reads the heads of files and groups those that are copies of an article.</summary>
public static class ArticleSurvey
{
    /// <summary>So much of a file is read at first; the heads of nearly all files are shorter.</summary>
    private const int HeadBytes = 16 << 10;

    /// <summary>If the head goes on, so much is read before the file is taken for one without.</summary>
    private const int MaxHeadBytes = 1 << 20;

    /// <summary>Groups files by their identity.</summary>
    /// <param name="files">The files in the order they were found.</param>
    /// <param name="degreeOfParallelism">How many threads read, at least 1.</param>
    /// <param name="cancellationToken">Stops the pass.</param>
    /// <returns>The groups in the order of their first files; a file whose head cannot be read has a group of its own.</returns>
    /// <exception cref="OperationCanceledException">The pass was stopped.</exception>
    public static IReadOnlyList<ArticleGroup> Run(
        IReadOnlyList<SourceFile> files, int degreeOfParallelism, CancellationToken cancellationToken)
    {
        return Group(files, ReadUrls(files, degreeOfParallelism, cancellationToken));
    }

    /// <summary>Reads the canonical URL of each file; null when its head has none or cannot be read.</summary>
    internal static string?[] ReadUrls(IReadOnlyList<SourceFile> files, int degreeOfParallelism, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentOutOfRangeException.ThrowIfLessThan(degreeOfParallelism, 1);
        var urls = new string?[files.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = degreeOfParallelism, CancellationToken = cancellationToken };
        Parallel.For(0, files.Count, options, i => urls[i] = ReadUrl(files[i]));
        return urls;
    }

    /// <summary>Groups files by their URLs; a file without one is a group of its own.</summary>
    internal static List<ArticleGroup> Group(IReadOnlyList<SourceFile> files, string?[] urls)
    {
        var groups = new List<ArticleGroup>(files.Count);
        var byIdentity = new Dictionary<string, List<SourceFile>>(files.Count, StringComparer.Ordinal);
        for (int i = 0; i < files.Count; i++)
        {
            SourceFile file = files[i];
            string identity = urls[i] ?? file.RelativePath;
            if (urls[i] is null && byIdentity.ContainsKey(identity))
            {
                // The same path below another of the given folders is another file, not a copy.
                identity = file.FullPath;
            }

            if (!byIdentity.TryGetValue(identity, out List<SourceFile>? members))
            {
                byIdentity.Add(identity, members = []);
                groups.Add(new ArticleGroup(identity, members));
            }

            members.Add(file);
        }

        return groups;
    }

    private static string? ReadUrl(SourceFile file)
    {
        if (file.LengthBytes == 0)
        {
            return null;
        }

        try
        {
            using SafeFileHandle handle = File.OpenHandle(file.FullPath, share: FileShare.ReadWrite | FileShare.Delete);
            ArticleHead head = ReadHead(handle, HeadBytes, out bool isWhole);
            if (head.IsOpen && !isWhole)
            {
                head = ReadHead(handle, MaxHeadBytes, out _);
            }

            return CanonicalUrl.Of(head.Url);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The reader meets the same, or what made it happen, and reports it.
            return null;
        }
    }

    private static ArticleHead ReadHead(SafeFileHandle handle, int maxBytes, out bool isWhole)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(maxBytes);
        try
        {
            int count = 0;
            for (int read = -1; read != 0 && count < maxBytes; count += read)
            {
                read = RandomAccess.Read(handle, buffer.AsSpan(count, maxBytes - count), count);
            }

            isWhole = count < maxBytes;
            return HeadParser.Parse(TextDecoder.DecodeHead(buffer.AsSpan(0, count)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
