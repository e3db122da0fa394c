using SearchIndex.News.Ingest;

namespace SearchIndex.News.Verification;

/// <summary>Names the articles in which two indexes differ.</summary>
internal static class ArticleComparison
{
    /// <summary>Returns a line for each article that differs; none when both indexes hold the same.</summary>
    /// <param name="here">The articles of the index that is verified.</param>
    /// <param name="there">The articles that it should hold.</param>
    public static IEnumerable<string> Differences(
        SortedDictionary<string, ContentHash> here, SortedDictionary<string, ContentHash> there)
    {
        foreach ((string id, ContentHash digest) in there)
        {
            if (!here.TryGetValue(id, out ContentHash our))
            {
                yield return $"article {id} is missing";
            }
            else if (our != digest)
            {
                yield return $"article {id} has other contents";
            }
        }

        foreach (string id in here.Keys.Where(id => !there.ContainsKey(id)))
        {
            yield return $"article {id} is extra";
        }
    }
}
