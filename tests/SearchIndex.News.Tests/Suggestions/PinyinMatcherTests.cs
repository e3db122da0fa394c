using SearchIndex.News.Suggestions;

namespace SearchIndex.News.Tests.Suggestions;

public sealed class PinyinMatcherTests
{
    private readonly PinyinMatcher _matcher = new(PinyinTable.Embedded);

    [Theory]
    [InlineData("lfz", "林芳正", PinyinFit.Initials)]
    [InlineData("linfangzheng", "林芳正", PinyinFit.Whole)]
    [InlineData("lin fang", "林芳正", PinyinFit.Syllables)]
    [InlineData("linfan", "林芳正", PinyinFit.Syllables)]
    [InlineData("linfz", "林芳正", PinyinFit.Initials)]
    [InlineData("lfzheng", "林芳正", PinyinFit.Initials)]
    [InlineData("lf", "林芳正", PinyinFit.Beginning)]
    [InlineData("l", "林芳正", PinyinFit.Beginning)]
    [InlineData("lfzh", "林芳正", PinyinFit.Initials)]
    [InlineData("LIN'FANG", "林芳正", PinyinFit.Syllables)]
    [InlineData("林fz", "林芳正", PinyinFit.Initials)]
    [InlineData("tlp", "特朗普", PinyinFit.Initials)]
    [InlineData("telangpu", "特朗普", PinyinFit.Whole)]
    [InlineData("xian", "西安", PinyinFit.Whole)]
    [InlineData("xi an", "先", PinyinFit.None)]
    [InlineData("nvquan", "女权", PinyinFit.Whole)]
    [InlineData("nuquan", "女权", PinyinFit.Whole)]
    [InlineData("nüquan", "女权", PinyinFit.Whole)]
    [InlineData("piaozhengxi", "朴正熙", PinyinFit.Whole)]
    [InlineData("shanyu", "单于", PinyinFit.Whole)]
    [InlineData("g7fh", "g7峰会", PinyinFit.Initials)]
    [InlineData("linfangzhengx", "林芳正", PinyinFit.None)]
    [InlineData("fz", "林芳正", PinyinFit.None)]
    public void Match_TypedLetters_FitAsAnInputMethodReadsThem(string typed, string text, object fit) =>
        Assert.Equal(fit, _matcher.Match(PinyinMatcher.Normalize(typed)!, text));

    [Theory]
    [InlineData("林芳正")]
    [InlineData("2023")]
    [InlineData("")]
    public void Normalize_NoLetters_IsNull(string typed) => Assert.Null(PinyinMatcher.Normalize(typed));
}
