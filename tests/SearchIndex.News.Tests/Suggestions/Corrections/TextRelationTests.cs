using SearchIndex.News.Suggestions.Corrections;

namespace SearchIndex.News.Tests.Suggestions.Corrections;

public sealed class TextRelationTests
{
    [Theory]
    [InlineData("林方正", "林芳正", CorrectionKind.Homophone)]
    [InlineData("林方政", "林芳正", CorrectionKind.Homophone)]
    [InlineData("末来", "未来", CorrectionKind.LookAlike)]
    [InlineData("林正", "林芳正", CorrectionKind.Missing)]
    [InlineData("林芳芳正", "林芳正", CorrectionKind.Extra)]
    [InlineData("林正芳", "林芳正", CorrectionKind.Swapped)]
    [InlineData("林芳正", "林芳正", null)]
    [InlineData("林国正", "林芳正", null)]
    [InlineData("林", "林芳正", null)]
    [InlineData("芳正林", "林芳正", null)]
    public void Of_TwoTexts_IsTheSlipBetweenThem(string typed, string text, CorrectionKind? kind) => Assert.Equal(kind, TextRelation.Of(typed, text));
}
