namespace SearchIndex.Engine.Index;

/// <summary>A segment in the hands of a writer.</summary>
/// <param name="Info">The segment with the deletes applied so far.</param>
/// <param name="AppliedSequence">The deletes up to this number have been applied to it; see <see cref="BufferedDeletes"/>.</param>
internal sealed record WriterSegment(SegmentCommitInfo Info, long AppliedSequence);
