namespace SearchIndex.Engine.Index;

/// <summary>What came of a merge.</summary>
/// <param name="Info">The new segment, without deletes.</param>
/// <param name="Sources">What went into it, with the new numbers of the documents; closed by now.</param>
internal sealed record MergedSegment(SegmentCommitInfo Info, IReadOnlyList<MergeSource> Sources);
