using SearchIndex.News.Suggestions;

namespace SearchIndex.News.Tests.Suggestions;

public sealed class UnknownRunsTests
{
    [Fact]
    public void Names_UnknownToTheLexicon_AreFoundWhole()
    {
        var runs = new UnknownRuns();
        foreach (string title in new[] { "拜登会见记者", "记者采访拜登", "林郑月娥宣布措施", "措施由林鄭月娥宣布", "林郑月娥会见记者", "拜登：措施有效" })
        {
            runs.Add(title);
        }

        string[] names = [.. runs.Names(minCount: 3)];

        Assert.Contains("拜登", names);
        Assert.Contains("林郑月娥", names);
        Assert.DoesNotContain("林郑月", names);
        Assert.DoesNotContain("记者", names);
    }

    [Fact]
    public void Persons_BehindTheirOffices_AreFoundWhole()
    {
        var scanner = new PersonNameScanner();
        scanner.Add("日本外相林芳正说。外相林芳正抵达。外交部長秦剛表示，外长秦刚会见。部长秦刚在北京。首相岸田文雄与首相岸田文雄。");

        string[] names = [.. scanner.Names(minCount: 2, isWord: word => word is "表示" or "会见")];

        Assert.Equal(["岸田文雄", "林芳正", "秦刚"], names.Order(StringComparer.Ordinal));
    }
}
