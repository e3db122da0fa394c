using SearchIndex.Engine.Analysis.Folding;
using SearchIndex.News.Variants;

namespace SearchIndex.News.Tests.Variants;

public sealed class VariantTableTests
{
    [Theory]
    [InlineData("特朗普", "川普")]
    [InlineData("川普", "特朗普")]
    [InlineData("輝達", "英伟达")]
    [InlineData("英偉達", "輝達")]
    [InlineData("计程车", "出租车")]
    [InlineData("泽连斯基", "澤倫斯基")]
    [InlineData("冯·德莱恩", "范德賴恩")]
    [InlineData("馮‧德萊恩", "范德賴恩")]
    [InlineData("Ｃ羅", "C朗")]
    public void FindAll_Form_GivesTheOthers(string text, string alternative)
    {
        VariantMatch match = Assert.Single(Find(text));

        Assert.Equal(new { Start = 0, text.Length }, new { match.Start, match.Length });
        Assert.Contains(match.Alternatives, other => other.Form.Text == alternative && other.Weight == VariantWeights.Alternative);
        Assert.DoesNotContain(match.Alternatives, other => other.Form.Key == VariantText.Key(text));
    }

    [Fact]
    public void FindAll_FormsAmongOtherText_AreFoundWhereTheyStand()
    {
        const string text = "美国总统川普访问杜拜的软体公司";

        IReadOnlyList<VariantMatch> matches = Find(text);

        Assert.Equal(["川普", "杜拜", "软体"], matches.Select(match => text[match.Start..match.End]));
    }

    [Fact]
    public void FindAll_FormWithinALongerForm_GivesTheLongerOne()
    {
        VariantMatch match = Assert.Single(Find("巡航导弹"));

        Assert.Equal(["巡弋飛彈"], match.Alternatives.Select(other => other.Form.Text));
    }

    [Theory]
    [InlineData("沙特", "", null)]
    [InlineData("沙特", "存在主义", "萨特")]
    [InlineData("萨特", "", null)]
    [InlineData("萨特", "存在主义", "沙特")]
    public void FindAll_FormThatNeedsContext_IsTakenOnlyWithIt(string text, string context, string? alternative)
    {
        VariantTable table = Parse("person\t萨特|沙特??(存在主義,哲學)");

        VariantMatch match = Assert.Single(table.FindAll(text, text + context));

        Assert.Equal(alternative, match.Alternatives.SingleOrDefault()?.Form.Key);
        Assert.All(match.Alternatives, other => Assert.Equal(VariantWeights.Alternative, other.Weight));
    }

    [Theory]
    [InlineData("word\t布希|布什\nperson\t布希亞|鮑德里亞", "布希亚", "鮑德里亞")]
    [InlineData("person\t布希!(布希曼)|布什", "布希曼", null)]
    [InlineData("person\t布希!(布希曼)|布什", "布希慢", "布什")]
    [InlineData("person\t他信!(他信任)|塔克辛", "我对他信任", null)]
    [InlineData("word\t國中!(美国中,国中央)|初中", "美国中央", null)]
    [InlineData("word\t移工!(转移工)|外劳", "转移工厂和移工", "外劳")]
    public void FindAll_LongerWord_IsNotTheForm(string file, string text, string? alternative)
    {
        VariantTable table = Parse(file);

        IReadOnlyList<VariantMatch> matches = table.FindAll(CharacterFold.Fold(text), default);

        Assert.Equal(alternative, matches.SingleOrDefault().Alternatives?.Single().Form.Text);
    }

    [Fact]
    public void FindAll_LongestIsPartOfALongerWord_GivesTheShorter()
    {
        VariantTable table = Parse("word\t软体!(软体动物)|软件\nword\t软体动!(软体动物)|某某");

        Assert.Empty(table.FindAll("软体动物", default));
        Assert.Equal(2, Assert.Single(table.FindAll("软体系统", default)).Length);
    }

    [Theory]
    [InlineData("", VariantWeights.Ambiguous)]
    [InlineData("雪梨歌剧院", VariantWeights.Alternative)]
    [InlineData("雪梨汁", VariantWeights.Ambiguous)]
    public void FindAll_AmbiguousForm_CountsLessWithoutItsContext(string context, float weight)
    {
        VariantTable table = Parse("place\t悉尼|雪梨?(澳洲,歌劇院)");

        Assert.Equal(weight, Assert.Single(Assert.Single(table.FindAll("雪梨", context)).Alternatives).Weight);
        Assert.Equal(weight, Assert.Single(Assert.Single(table.FindAll("悉尼", context)).Alternatives).Weight);
    }

    [Fact]
    public void FindAll_FormOfSeveralGroups_GivesThoseOfAllSureOnesFirst()
    {
        VariantTable table = Parse("person\t萨特|沙特?\ncountry\t沙特?(石油)|沙烏地");

        VariantMatch match = Assert.Single(table.FindAll("沙特石油", "沙特石油"));

        Assert.Equal([("沙烏地", VariantWeights.Alternative), ("萨特", VariantWeights.Ambiguous)], match.Alternatives.Select(other => (other.Form.Text, other.Weight)));
    }

    [Theory]
    [InlineData("xc罗")]
    [InlineData("3c罗")]
    public void FindAll_FormOfLettersWithinAWord_IsNotFound(string text)
    {
        Assert.Empty(Parse("person\tC罗|C朗").FindAll(text, default));
    }

    [Theory]
    [InlineData("")]
    [InlineData("今天天气很好")]
    [InlineData("特朗")]
    [InlineData("·")]
    public void FindAll_NothingInIt_IsEmptyAndAllocatesNothing(string text)
    {
        VariantTable table = VariantTable.Embedded;
        table.FindAll(text, text);
        long before = GC.GetAllocatedBytesForCurrentThread();

        IReadOnlyList<VariantMatch> matches = table.FindAll(text, text);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Empty(matches);
    }

    [Fact]
    public void FindAll_RandomTexts_AgreesWithASearchOfEveryForm()
    {
        const int seed = 20261120;
        var random = new Random(seed);
        VariantTable table = VariantTable.Embedded;
        string[] keys = [.. table.Groups.SelectMany(group => group.Forms).Select(form => form.Key).Distinct()];
        ILookup<char, string> keysByFirst = keys.ToLookup(key => key[0]);
        var plain = new VariantTable([.. table.Groups.Select(WithoutLongerWords)], []);
        for (int round = 0; round < 300; round++)
        {
            string text = string.Concat(Enumerable.Range(0, 6).Select(_ => Piece(keys[random.Next(keys.Length)], random)));

            Assert.True(Expected(text, keysByFirst).SequenceEqual(plain.FindAll(text, text).Select(match => (match.Start, match.Length))), $"seed {seed}: {text}");
        }
    }

    private static IReadOnlyList<VariantMatch> Find(string text)
    {
        string folded = CharacterFold.Fold(text);
        return VariantTable.Embedded.FindAll(folded, folded);
    }

    private static VariantTable Parse(string file)
    {
        VariantTable table = VariantTable.Read(new StringReader(file), "test.tsv");
        Assert.Empty(table.Problems);
        return table;
    }

    /// <summary>A form, or some of it, so that forms meet and begin without ending.</summary>
    private static string Piece(string key, Random random) => random.Next(3) == 0 ? key[..random.Next(key.Length)] : key;

    private static VariantGroup WithoutLongerWords(VariantGroup group) =>
        group with { Forms = [.. group.Forms.Select(form => new VariantForm(form.Text, form.Key, form.Context, []) { IsAmbiguous = form.IsAmbiguous, NeedsContext = form.NeedsContext })] };

    private static IEnumerable<(int Start, int Length)> Expected(string text, ILookup<char, string> keysByFirst)
    {
        int start = 0;
        while (start < text.Length)
        {
            int length = keysByFirst[text[start]]
                .Where(key => string.CompareOrdinal(text, start, key, 0, key.Length) == 0 && IsWhole(text, start, key.Length))
                .Select(key => key.Length)
                .DefaultIfEmpty()
                .Max();
            if (length > 0)
            {
                yield return (start, length);
            }

            start += Math.Max(length, 1);
        }
    }

    private static bool IsWhole(string text, int start, int length) =>
        !Joins(text, start - 1) && !Joins(text, start + length - 1);

    private static bool Joins(string text, int left) =>
        left >= 0 && left + 1 < text.Length && char.IsAsciiLetterOrDigit(text[left]) && char.IsAsciiLetterOrDigit(text[left + 1]);
}
