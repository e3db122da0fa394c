using System.Text;
using SearchIndex.News.Duplicates;

namespace SearchIndex.News.Tests.Duplicates;

public sealed class TextSignatureTests
{
    private const int Length = 1_000;

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.3)]
    [InlineData(0.5)]
    [InlineData(0.8)]
    [InlineData(1.0)]
    public void Likeness_OfTexts_IsNearTheShareOfCommonShingles(double share)
    {
        const int seed = 7;
        var random = new Random(seed);
        for (int round = 0; round < 20; round++)
        {
            // The share of common letters that makes the share of common shingles.
            int common = (int)(2 * Length * share / (1 + share));
            string shared = RandomText(random, common);
            string left = shared + "。" + RandomText(random, Length - common);
            string right = shared + "。" + RandomText(random, Length - common);

            double estimate = Likeness(left, right);

            double exact = Jaccard(left, right);
            Assert.True(Math.Abs(estimate - exact) < 0.12, $"seed {seed}, round {round}: {estimate} for {exact}");
        }
    }

    [Fact]
    public void Of_OtherScriptPunctuationAndSpaces_IsTheSame()
    {
        var random = new Random(8);
        string text = string.Concat(Enumerable.Range(0, 30).Select(_ => "北约东京后台里面发展头发" + RandomText(random, 5)));
        string other = text.Replace("北约", "北約，").Replace("东京", "東 京").Replace("发展", "發展").Replace("头发", "頭髮");

        Assert.Equal(TextSignature.Of(text), TextSignature.Of(other));
    }

    [Fact]
    public void Of_ShortText_IsNull()
    {
        Assert.Null(TextSignature.Of(""));
        Assert.Null(TextSignature.Of(RandomText(new Random(9), TextSignature.MinShingles + 2)));
        Assert.Equal(TextSignature.Bins, TextSignature.Of(RandomText(new Random(9), TextSignature.MinShingles + 3))!.Length);
    }

    private static double Likeness(string left, string right) =>
        TextSignature.Likeness(Encoding.ASCII.GetBytes(TextSignature.Of(left)!), Encoding.ASCII.GetBytes(TextSignature.Of(right)!));

    private static string RandomText(Random random, int length) =>
        new([.. Enumerable.Range(0, length).Select(_ => (char)random.Next('\u4E00', '\u9FA0'))]);

    private static double Jaccard(string left, string right)
    {
        HashSet<string> first = Shingles(left);
        HashSet<string> second = Shingles(right);
        return (double)first.Intersect(second).Count() / first.Union(second).Count();
    }

    private static HashSet<string> Shingles(string text)
    {
        string letters = text.Replace("。", string.Empty);
        return [.. Enumerable.Range(0, letters.Length - TextSignature.ShingleLength + 1).Select(start => letters.Substring(start, TextSignature.ShingleLength))];
    }
}
