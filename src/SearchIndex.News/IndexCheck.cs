using SearchIndex.Engine.Index;

namespace SearchIndex.News;

/// <summary>What a check of an index says.</summary>
/// <param name="Verdict">How the index is; after a repair, how it is now.</param>
/// <param name="Lines">What was checked, what is wrong and what was done, for a person.</param>
public sealed record IndexCheck(CheckVerdict Verdict, IReadOnlyList<string> Lines)
{
    /// <summary>Gets whether nothing is wrong, and nothing lies beside the index that should not.</summary>
    public bool Clean => Verdict == CheckVerdict.Clean;
}
