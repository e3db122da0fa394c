using System.Text;
using SearchIndex.News.Duplicates;

namespace SearchIndex.News.Tests.Duplicates;

public sealed class DuplicateGroupsTests
{
    [Fact]
    public void Find_VersionsAmongOthers_GroupsThemOnly()
    {
        const int seed = 11;
        var random = new Random(seed);
        string[] originals = [.. Enumerable.Range(0, 100).Select(_ => RandomText(random, 600))];
        string[] revisions = [.. originals.Take(40).Select(text => string.Concat(text.AsSpan(0, 250), RandomText(random, 40), text.AsSpan(290)))];

        DuplicateGroups groups = Find([.. originals, .. revisions, "短"]);

        Assert.Equal(40, groups.Count);
        for (int article = 0; article < 100; article++)
        {
            Assert.True((groups.GroupOf(article) >= 0) == article < 40, $"seed {seed}, article {article}");
            Assert.True(article >= 40 || groups.GroupOf(article) == groups.GroupOf(100 + article), $"seed {seed}, article {article}");
        }

        Assert.Equal(DuplicateGroups.None, groups.GroupOf(140));
        Assert.Equal(Enumerable.Range(0, 40), Enumerable.Range(0, 40).Select(groups.GroupOf));
    }

    [Fact]
    public void Find_SameTextManyTimes_IsOneGroup()
    {
        string text = RandomText(new Random(12), 300);

        DuplicateGroups groups = Find([.. Enumerable.Repeat(text, 50)]);

        Assert.Equal(1, groups.Count);
        Assert.All(Enumerable.Range(0, 50), article => Assert.Equal(0, groups.GroupOf(article)));
    }

    [Fact]
    public void Find_Nothing_HasNoGroups()
    {
        Assert.Equal(0, Find([]).Count);
    }

    [Theory]
    [InlineData(0.6, 19, true)]
    [InlineData(0.6, 24, false)]
    [InlineData(0.9, 24, true)]
    [InlineData(0.9, 24 * 6, true)]
    [InlineData(0.9, 24 * 8, false)]
    [InlineData(1.0, 24 * 800, true)]
    [InlineData(0.6, null, false)]
    [InlineData(0.9, null, true)]
    public void Find_LikeTextsAtOtherTimes_AreVersionsWhenNearEnough(double share, int? hoursLater, bool isGroup)
    {
        var random = new Random(13);
        const int length = 2_000;
        int common = (int)(2 * length * share / (1 + share));
        string shared = RandomText(random, common);
        string[] texts = [shared + RandomText(random, length - common), RandomText(random, length), shared + RandomText(random, length - common)];
        long later = hoursLater is { } hours ? (long)TimeSpan.FromHours(hours).TotalMilliseconds : DuplicateGroups.Undated;

        DuplicateGroups groups = Find(texts, [0, 0, later]);

        Assert.Equal(isGroup ? 1 : 0, groups.Count);
    }

    [Fact]
    public void Find_ReportOfEveryDayInTwoOutlets_GroupsThoseOfADay()
    {
        const int days = 20;
        var random = new Random(14);
        string template = RandomText(random, 600);
        long day = (long)TimeSpan.FromDays(1).TotalMilliseconds;
        string[] reports = [.. Enumerable.Range(0, days).Select(_ => template + RandomText(random, 150))];
        long[] dates = [.. Enumerable.Range(0, days).Select(number => number * day)];

        DuplicateGroups groups = Find([.. reports, .. reports.Select(report => report + "转载自通讯社")], [.. dates, .. dates.Select(date => date + 1_000)]);

        Assert.Equal(days, groups.Count);
        Assert.All(Enumerable.Range(0, days), number => Assert.Equal(groups.GroupOf(number), groups.GroupOf(days + number)));
    }

    private static DuplicateGroups Find(string[] texts, long[]? published = null)
    {
        string?[] signatures = [.. texts.Select(TextSignature.Of)];
        byte[] bytes = [.. signatures.SelectMany(signature => signature is null ? new byte[TextSignature.Bins] : Encoding.ASCII.GetBytes(signature))];
        return DuplicateGroups.Find(bytes, [.. signatures.Select(signature => signature is not null)], published ?? new long[texts.Length]);
    }

    private static string RandomText(Random random, int length) =>
        new([.. Enumerable.Range(0, length).Select(_ => (char)random.Next('\u4E00', '\u9FA0'))]);
}
