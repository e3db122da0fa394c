namespace SearchIndex.Engine.Index;

/// <summary>What <see cref="CheckIndex"/> found.</summary>
/// <param name="Generation">The generation of the commit, or 0 when it could not be read.</param>
/// <param name="Segments">The segments, in document order; none when the commit could not be read.</param>
/// <param name="CommitProblems">What is wrong with the commit itself.</param>
/// <param name="Drifts">What is sound but should not be there.</param>
public sealed record CheckIndexReport(
    long Generation, IReadOnlyList<SegmentReport> Segments, IReadOnlyList<string> CommitProblems, IReadOnlyList<string> Drifts)
{
    /// <summary>Gets the live documents of the sound segments.</summary>
    public int Documents => Segments.Where(segment => segment.IsSound).Sum(segment => segment.NumDocs);

    /// <summary>Gets everything that is wrong, one line each; empty for a sound index.</summary>
    public IReadOnlyList<string> Problems => [.. CommitProblems, .. Segments.SelectMany(segment => segment.Problems)];

    /// <summary>Gets the verdict.</summary>
    public CheckVerdict Verdict =>
        Problems.Count > 0 ? CheckVerdict.Corrupt : Drifts.Count > 0 ? CheckVerdict.Drift : CheckVerdict.Clean;

    /// <summary>Gets whether nothing is wrong and nothing lies beside the index.</summary>
    public bool IsClean => Verdict == CheckVerdict.Clean;

    /// <summary>Writes the report: the commit, a section for each segment, what drifted, and the verdict.</summary>
    public IEnumerable<string> Lines() =>
    [
        Generation == 0
            ? "commit: cannot be read"
            : $"commit {SegmentInfos.CommitFileName(Generation)}: {Segments.Count} segments, {Documents} documents in sound ones",
        .. CommitProblems.Select(problem => $"  BROKEN: {problem}"),
        .. Segments.SelectMany(segment => segment.Lines()),
        .. Drifts.Select(drift => $"drift: {drift}"),
        Verdict switch
        {
            CheckVerdict.Clean => "verdict: clean",
            CheckVerdict.Drift => $"verdict: drift, {Drifts.Count} findings",
            _ => $"verdict: corrupt, {Problems.Count} problems",
        },
    ];
}
