namespace SearchIndex.Engine.Index;

/// <summary>What <see cref="CheckIndex"/> found.</summary>
/// <param name="Generation">The generation of the commit, or 0 when it could not be read.</param>
/// <param name="Segments">The segments that were checked.</param>
/// <param name="Documents">The live documents of the sound segments.</param>
/// <param name="Problems">What is wrong, one line each; empty for a sound index.</param>
public sealed record CheckIndexReport(long Generation, int Segments, int Documents, IReadOnlyList<string> Problems)
{
    /// <summary>Gets whether nothing is wrong.</summary>
    public bool IsClean => Problems.Count == 0;
}
