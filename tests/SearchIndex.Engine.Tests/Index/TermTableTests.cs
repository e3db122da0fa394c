using System.Text;
using SearchIndex.Engine.Index;

namespace SearchIndex.Engine.Tests.Index;

public sealed class TermTableTests
{
    [Fact]
    public void GetOrAdd_SameTermTwice_ReturnsSameNumber()
    {
        var table = new TermTable();

        int first = table.GetOrAdd("北约");
        int other = table.GetOrAdd("约秘");
        int again = table.GetOrAdd("北约");

        Assert.Equal((0, 1, 0), (first, other, again));
        Assert.Equal(2, table.Count);
    }

    [Fact]
    public void GetOrAdd_ManyTerms_KeepsThemApart()
    {
        var table = new TermTable();
        const int count = 50_000;

        int[] ids = [.. Enumerable.Range(0, count).Select(number => table.GetOrAdd($"term{number}"))];

        Assert.Equal(Enumerable.Range(0, count), ids);
        Assert.Equal(count - 1, table.GetOrAdd($"term{count - 1}"));
    }

    [Fact]
    public void GetOrAdd_ShortTermsOfLikeUnits_KeepsThemApart()
    {
        var table = new TermTable();
        string[] terms = ["", "\0", "\0\0", "a", "\0a", "a\0", "\0\0a", "\0a\0", "aa", "aaa", "一", "一一", "一一一"];

        int[] ids = [.. terms.Concat(terms).Select(term => table.GetOrAdd(term))];

        Assert.Equal(Enumerable.Range(0, terms.Length).Concat(Enumerable.Range(0, terms.Length)), ids);
    }

    [Fact]
    public void Sort_SurrogatesAndPrivateUse_OrdersByUtf8NotUtf16()
    {
        // In UTF-16 the surrogate pair of U+20000 sorts before U+FFFD; in UTF-8 behind it.
        string[] terms = ["\U00020000", "\uFFFD", "a", "一", "中国人民银行总部", "中国人民银行总", ""];
        var table = new TermTable();
        foreach (string term in terms)
        {
            table.GetOrAdd(term);
        }

        SortedTerms sorted = table.Sort();

        string[] found = [.. sorted.Ids.Select(id => Encoding.UTF8.GetString(sorted.Bytes(id)))];
        Assert.Equal(["", "a", "一", "中国人民银行总", "中国人民银行总部", "\uFFFD", "\U00020000"], found);
    }

    [Fact]
    public void GetOrAdd_LoneSurrogate_CountsAsReplacementCharacter()
    {
        var table = new TermTable();

        int replacement = table.GetOrAdd("x\uFFFD");
        int lone = table.GetOrAdd("x\uD800");

        Assert.Equal(replacement, lone);
        Assert.Equal(1, table.Count);
    }

    [Fact]
    public void GetOrAdd_TermLongerThanLimit_Throws()
    {
        var table = new TermTable();

        var problem = Assert.Throws<ArgumentException>(() => table.GetOrAdd(new string('長', 20_000)));

        Assert.Contains("32766", problem.Message, StringComparison.Ordinal);
        Assert.Equal(0, table.Count);
    }
}
