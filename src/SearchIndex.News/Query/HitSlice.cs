using SearchIndex.Engine.Search;

namespace SearchIndex.News.Query;

/// <summary>Which of the hits of a search are returned.</summary>
/// <param name="Skipped">The first hits, which are not returned.</param>
/// <param name="Depth">The hits up to which are returned, those skipped included.</param>
/// <param name="After">The hit behind which the counting begins; null for the beginning.</param>
internal readonly record struct HitSlice(int Skipped, int Depth, ScoreDoc? After = null);
