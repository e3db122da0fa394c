using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Index;

/// <summary>
/// Reads an index whole and compares it with itself: checksums, statistics, postings, norms, doc values, stored fields (spec 14). Each
/// segment is checked on its own; a broken one does not hide the others.
/// </summary>
public static class CheckIndex
{
    /// <summary>Checks the newest commit. Damage is reported, not thrown.</summary>
    /// <exception cref="IndexNotFoundException">There is no index.</exception>
    public static CheckIndexReport Run(IndexDirectory directory, Codec codec, CancellationToken cancellation = default)
    {
        SegmentInfos commit;
        try
        {
            commit = SegmentInfos.ReadLatest(directory, codec);
        }
        catch (Exception problem) when (IsDamage(problem))
        {
            return new CheckIndexReport(0, 0, 0, [problem.Message]);
        }

        var problems = new List<string>();
        int documents = 0;
        foreach (SegmentCommitInfo segment in commit.Segments)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                CheckChecksums(directory, segment);
                using var reader = new SegmentReader(directory, codec, segment);
                new SegmentCheck(reader, cancellation).Run();
                documents += reader.NumDocs;
            }
            catch (Exception problem) when (IsDamage(problem))
            {
                problems.Add($"segment {segment.Info.Name}: {problem.Message}");
            }
        }

        return new CheckIndexReport(commit.Generation, commit.Segments.Count, documents, problems);
    }

    private static void CheckChecksums(IndexDirectory directory, SegmentCommitInfo segment)
    {
        foreach (string name in segment.Files())
        {
            using IndexInput input = directory.OpenInput(name);
            CodecUtil.CheckWholeFile(input);
        }
    }

    /// <summary>Damaged bytes may also show as an index that is out of range, or a number too large; both are findings here.</summary>
    private static bool IsDamage(Exception problem) =>
        problem is CorruptIndexException or IndexFormatTooOldException or IndexFormatTooNewException or NotSupportedException
            or FileNotFoundException or EndOfStreamException or IndexOutOfRangeException or ArgumentException or OverflowException
            or InvalidOperationException;
}
