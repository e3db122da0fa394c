using SearchIndex.News.Suggestions;

namespace SearchIndex.News.Tests.Suggestions;

public sealed class PinyinTableTests
{
    [Theory]
    [InlineData('林', "lin")]
    [InlineData('乐', "le")]
    [InlineData('女', "nv")]
    public void ReadingsOf_Character_BeginWithTheUsualOne(char character, string reading) =>
        Assert.Equal(reading, PinyinTable.Embedded.ReadingsOf(character)[0]);

    [Theory]
    [InlineData('乐', "yue")]
    [InlineData('单', "shan")]
    [InlineData('曾', "zeng")]
    [InlineData('朴', "piao")]
    [InlineData('干', "qian")]
    public void ReadingsOf_PolyphonicCharacter_HaveThoseOfNames(char character, string reading) =>
        Assert.Contains(reading, PinyinTable.Embedded.ReadingsOf(character).ToArray());

    [Theory]
    [InlineData('a')]
    [InlineData('。')]
    [InlineData('\uD83C')]
    public void ReadingsOf_NoHanCharacter_AreEmpty(char character) => Assert.Equal(0, PinyinTable.Embedded.ReadingsOf(character).Length);

    [Fact]
    public void HomophonesOf_Character_BeginWithFrequentOnesAndLackItself()
    {
        char[] homophones = [.. PinyinTable.Embedded.HomophonesOf('芳')];

        Assert.Contains('方', homophones.Take(10));
        Assert.DoesNotContain('芳', homophones);
        Assert.True(PinyinTable.Embedded.SoundAlike('芳', '方'));
        Assert.False(PinyinTable.Embedded.SoundAlike('芳', '林'));
    }

    [Theory]
    [InlineData('郎', '朗')]
    [InlineData('末', '未')]
    [InlineData('候', '侯')]
    public void LookAlikes_KnownPair_IsFoundBothWays(char first, char second)
    {
        Assert.True(LookAlikes.Embedded.LookAlike(first, second));
        Assert.True(LookAlikes.Embedded.LookAlike(second, first));
        Assert.False(LookAlikes.Embedded.LookAlike(first, '国'));
    }
}
