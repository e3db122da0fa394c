using SearchIndex.Engine.Analysis;
using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Index;

/// <summary>How an <see cref="IndexWriter"/> works.</summary>
/// <param name="Analyzer">Makes the tokens of tokenized fields.</param>
/// <param name="Codec">The format of new segments.</param>
public sealed record IndexWriterConfig(Analyzer Analyzer, Codec Codec)
{
    private const long DefaultRamBufferBytes = 64L << 20;
    private const long DefaultCompoundFileMaxBytes = 4L << 20;

    /// <summary>Gets what the writer begins with.</summary>
    public OpenMode OpenMode { get; init; } = OpenMode.CreateOrAppend;

    /// <summary>
    /// Gets the memory in bytes that documents may take, over all threads, before they are flushed as segments. An estimate, exceeded by
    /// at most one document a thread.
    /// </summary>
    public long RamBufferBytes { get; init; } = DefaultRamBufferBytes;

    /// <summary>
    /// Gets up to how many bytes the files of a new segment are packed into one (spec 11.2); 0 for never. By default segments of a small update are:
    /// three files to sync, open and delete in the place of a dozen, for the price of writing them twice. Large segments are not.
    /// </summary>
    public long CompoundFileMaxBytes { get; init; } = DefaultCompoundFileMaxBytes;

    /// <summary>Gets which segments are merged.</summary>
    public MergePolicy MergePolicy { get; init; } = new TieredMergePolicy();

    /// <summary>
    /// Gets where ids come from. With derived ones the same documents, added by one thread in the same order into the same index, give the
    /// same bytes: nothing that is written tells of time, machine or chance.
    /// </summary>
    public IndexIds Ids { get; init; } = IndexIds.Random;

    /// <summary>
    /// Gets how many threads merge in the background, from the first commit or reader that finds something to merge; as long as documents are
    /// only added, from the first segment written that gives something to merge. With 0, the default, a commit merges before it
    /// commits: slower, but its shape follows from the changes alone.
    /// </summary>
    public int MergeThreads { get; init; }

    /// <summary>Gets how fast all merges together may write; null, the default, for as fast as they can.</summary>
    public RateLimiter? MergeRateLimit { get; init; }

    /// <summary>Gets which commits stay readable.</summary>
    public IndexDeletionPolicy DeletionPolicy { get; init; } = IndexDeletionPolicy.KeepOnlyLastCommit;
}
