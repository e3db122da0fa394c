using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Store;

namespace SearchIndex.News.Updates;

/// <summary>Makes index and manifest new in one step, or leaves both as they were.</summary>
internal static class ArchiveCommit
{
    /// <summary>Commits.</summary>
    /// <param name="directory">The index.</param>
    /// <param name="writer">Holds the changes.</param>
    /// <param name="manifest">What the index is made of with them.</param>
    /// <param name="options">The options that made it, for the notes.</param>
    /// <param name="reproducible">Whether nothing may tell of time or place.</param>
    /// <param name="cancellation">Ends the work; nothing is committed then.</param>
    public static SegmentInfos Run(
        IndexDirectory directory, IndexWriter writer, ArchiveManifest manifest, string options, bool reproducible, CancellationToken cancellation)
    {
        Dictionary<string, string> notes = IndexNotes.Write(directory, manifest, options, reproducible);
        SegmentInfos commit;
        try
        {
            commit = writer.Commit(notes, cancellation);
        }
        catch
        {
            DeleteUnlessCommitted(directory, notes[ManifestFile.NameKey]);
            throw;
        }

        ManifestFile.DeleteOthers(directory, commit);
        return commit;
    }

    /// <summary>The commit may have come to be although it failed; and what hinders here hindered the commit, which says more about it.</summary>
    private static void DeleteUnlessCommitted(IndexDirectory directory, string name)
    {
        try
        {
            bool isCommitted = SegmentInfos.LastGeneration(directory) > 0
                && ManifestFile.NameIn(SegmentInfos.ReadLatest(directory, Lucene87Codec.Instance)) == name;
            if (!isCommitted)
            {
                directory.DeleteFile(name);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return; // The next commit deletes it.
        }
    }
}
