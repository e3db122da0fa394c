using SearchIndex.News.Query;
using SearchIndex.News.Suggestions;
using SearchIndex.News.Tests.Query;

namespace SearchIndex.News.Tests.Suggestions;

public sealed class SuggestTests(SampleArchiveIndex sample) : IClassFixture<SampleArchiveIndex>
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz ";
    private const string Odd = "\"“”（）-:|*~?\\\0\uD800\uDC00『《=>'";

    [Theory]
    [InlineData("lfz", "林芳正")]
    [InlineData("linfangzheng", "林芳正")]
    [InlineData("lin fang", "林芳正")]
    [InlineData("LinFang", "林芳正")]
    [InlineData("林芳", "林芳正")]
    [InlineData("林fz", "林芳正")]
    [InlineData("tlp", "特朗普")]
    [InlineData("telangpu", "特朗普")]
    [InlineData("特朗", "特朗普")]
    [InlineData("chuanpu", "川普")]
    [InlineData("fdla", "冯德莱恩")]
    [InlineData("北約", "北约")]
    [InlineData("beiyue", "北约")]
    [InlineData("晨星", "晨星通讯社")]
    [InlineData("haixia", "海峽日報")]
    [InlineData("海峡", "海峽日報")]
    [InlineData("hualian", "花莲县")]
    [InlineData("罗", "罗维")]
    public void Suggest_BeginningOfKnownText_IsAmongTheFirst(string typed, string wanted)
    {
        IEnumerable<string> keys = sample.Searcher.Suggest(typed).Suggestions.Select(suggestion => SuggestionText.Key(suggestion.Text));

        Assert.Contains(SuggestionText.Key(wanted), keys);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("？！")]
    [InlineData("xqzvw")]
    [InlineData("没有这个开头")]
    public void Suggest_NothingBeginsSo_IsEmpty(string typed) => Assert.Empty(sample.Searcher.Suggest(typed).Suggestions);

    [Fact]
    public void Suggest_Size_LimitsTheList()
    {
        Assert.Equal(3, sample.Searcher.Suggest("z", 3).Suggestions.Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => sample.Searcher.Suggest("z", 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => sample.Searcher.Suggest("z", SuggestionList.MaxSize + 1));
    }

    [Fact]
    public void Suggest_AnyPrefix_EachSuggestionFindsAsManyArticlesAsItSays()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string typed in Prefixes())
        {
            foreach (Suggestion suggestion in sample.Searcher.Suggest(typed, SuggestionList.MaxSize).Suggestions.Where(found => seen.Add(found.Query)))
            {
                SearchPage page = sample.Searcher.Search(new SearchRequest { Query = suggestion.Query });

                Assert.True(suggestion.Articles > 0, suggestion.ToString());
                Assert.True(page.Articles == suggestion.Articles, $"{suggestion}: the search finds {page.Articles}");
                Assert.True(page.Notices.Count == 0, $"{suggestion}: {string.Join(' ', page.Notices)}");
            }
        }

        Assert.True(seen.Count > 300, $"{seen.Count} suggestions");
    }

    [Fact]
    public void Suggest_RandomText_NeverThrows()
    {
        const int seed = 20261120;
        var random = new Random(seed);
        string alphabet = Letters + Odd + "林芳正特朗普北約日本的";
        for (int round = 0; round < 3_000; round++)
        {
            string typed = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => alphabet[random.Next(alphabet.Length)]));

            Exception? problem = Record.Exception(() => sample.Searcher.Suggest(typed));

            Assert.True(problem is null, $"seed {seed}, round {round}, '{typed}': {problem}");
        }

        Assert.Empty(sample.Searcher.Suggest(new string('林', 5_000)).Suggestions);
    }

    [Fact]
    public async Task Suggest_AfterRefresh_TellsOfNewArticlesAndNotOfThoseGone()
    {
        using var archive = new SmallArchive(("a.txt", SmallArchive.Article("蔡英文会见来宾", "总统蔡英文表示。")), ("b.txt", SmallArchive.Article("台风登陆", "停课。")));
        Assert.NotEmpty(archive.Searcher.Suggest("蔡").Suggestions);

        archive.Write("a.txt", SmallArchive.Article("马英九会见来宾", "前总统马英九表示。总统马英九说。"));
        archive.Rebuild();
        archive.Searcher.Refresh();

        // At once nothing is suggested that has no articles; the new names come when they are gathered.
        Assert.All(archive.Searcher.Suggest("蔡").Suggestions, suggestion => Assert.True(archive.Searcher.Search(new SearchRequest { Query = suggestion.Query }).Articles > 0));
        await archive.Searcher.PrepareSuggestionsAsync();
        Assert.NotEmpty(archive.Searcher.Suggest("马英").Suggestions);
    }

    /// <summary>Beginnings of all titles, and one and two letters.</summary>
    private IEnumerable<string> Prefixes()
    {
        SearchRequest all = new() { Query = string.Empty, Size = SearchRequest.MaxSize, Collapse = false };
        foreach (string title in sample.Searcher.Search(all).Hits.Select(hit => hit.Title))
        {
            for (int length = 1; length <= Math.Min(title.Length, 6); length++)
            {
                yield return title[..length];
            }
        }

        foreach (char first in Letters)
        {
            yield return first.ToString();
            foreach (char second in Letters)
            {
                yield return $"{first}{second}";
            }
        }
    }
}
