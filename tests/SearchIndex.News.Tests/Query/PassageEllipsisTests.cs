using SearchIndex.News.Query;

namespace SearchIndex.News.Tests.Query;

public sealed class PassageEllipsisTests
{
    [Theory]
    [InlineData(0, "日本外相访华。", "", "")]
    [InlineData(7, "他说：“好。”", "…", "")]
    [InlineData(7, "双方将继续", "…", "…")]
    [InlineData(0, "", "", "")]
    public void BeforeAndAfter_Passage_HasDotsWhereTheTextGoesOn(int offset, string text, string before, string after)
    {
        var passage = new HitPassage("body", offset, text, []);

        Assert.Equal((before, after), (PassageEllipsis.Before(passage), PassageEllipsis.After(passage)));
    }
}
