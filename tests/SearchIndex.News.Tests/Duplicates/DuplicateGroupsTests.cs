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

    private static DuplicateGroups Find(string[] texts)
    {
        string?[] signatures = [.. texts.Select(TextSignature.Of)];
        byte[] bytes = [.. signatures.SelectMany(signature => signature is null ? new byte[TextSignature.Bins] : Encoding.ASCII.GetBytes(signature))];
        return DuplicateGroups.Find(bytes, [.. signatures.Select(signature => signature is not null)]);
    }

    private static string RandomText(Random random, int length) =>
        new([.. Enumerable.Range(0, length).Select(_ => (char)random.Next('\u4E00', '\u9FA0'))]);
}
