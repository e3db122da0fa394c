using SearchIndex.Engine.Index;

namespace SearchIndex.News.Suggestions;

/// <summary>The titles of the articles, each once; of a large index those that were indexed last.</summary>
internal static class TitleEntries
{
    private const int MaxTitles = 100_000;

    /// <summary>Adds the entries.</summary>
    public static void AddTo(EntrySet entries, DirectoryReader reader, IReadOnlyList<SegmentScan> scans)
    {
        int left = MaxTitles;
        for (int leaf = scans.Count - 1; leaf >= 0; leaf--)
        {
            SegmentReader segment = reader.Leaves[leaf].Reader;
            string?[] titles = scans[leaf].Titles;
            for (int doc = titles.Length - 1; doc >= 0 && left > 0; doc--)
            {
                bool isLive = segment.LiveDocs is not { } live || live[doc];
                if (isLive && !string.IsNullOrWhiteSpace(titles[doc]))
                {
                    entries.Add(new SuggestionEntry(titles[doc]!, SuggestionKind.Title, articles: 1, titles: 0));
                    left--;
                }
            }
        }
    }
}
