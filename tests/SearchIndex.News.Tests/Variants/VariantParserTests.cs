using SearchIndex.News.Variants;

namespace SearchIndex.News.Tests.Variants;

public sealed class VariantParserTests
{
    [Fact]
    public void Read_WholeLine_IsAGroup()
    {
        VariantTable table = Read("# comment\n\nperson\t布什? | 布希?(總統, 美國)!(布希亞)\tGeorge Bush\n");

        VariantGroup group = Assert.Single(table.Groups);
        Assert.Empty(table.Problems);
        Assert.Equal((VariantKind.Person, "George Bush", 3), (group.Kind, group.Note, group.Line));
        VariantForm form = group.Forms[1];
        Assert.Equal(("布希", "布希", true), (form.Text, form.Key, form.IsAmbiguous));
        Assert.Equal(["总统", "美国"], form.Context);
        Assert.Equal(["布希亚"], form.LongerWords);
        Assert.Empty(group.Forms[0].Context);
    }

    [Theory]
    [InlineData("person", "1 columns")]
    [InlineData("person\t甲乙|丙丁\tnote\tmore", "4 columns")]
    [InlineData("town\t甲乙|丙丁", "'town' is no kind")]
    [InlineData("0\t甲乙|丙丁", "'0' is no kind")]
    [InlineData("word\t甲乙", "fewer than two")]
    [InlineData("word\t", "'' is no form", "fewer than two")]
    [InlineData("word\t特魯多|特鲁多", "'特鲁多' is the same as '特魯多'", "fewer than two")]
    [InlineData("word\t冯·德莱恩|馮德萊恩", "'馮德萊恩' is the same as '冯·德莱恩'", "fewer than two")]
    [InlineData("word\t硅|矽", "'硅' has only one character", "'矽' has only one character", "fewer than two")]
    [InlineData("word\t𨭎|甲乙", "only one character", "fewer than two")]
    [InlineData("word\t甲乙?(|丙丁", "'甲乙?(' is no form", "fewer than two")]
    [InlineData("word\t甲乙??|丙丁", "'甲乙??' is no form", "fewer than two")]
    public void Read_BrokenLine_IsReportedAndLeftOut(string line, params string[] reasons)
    {
        VariantTable table = Read($"word\t软件|軟體\n{line}\nword\t网络|網路");

        Assert.Equal([1, 3], table.Groups.Select(group => group.Line));
        Assert.Equal(reasons.Length, table.Problems.Count);
        Assert.All(reasons, reason => Assert.Contains(table.Problems, problem => problem.Reason.Contains(reason, StringComparison.Ordinal)));
        Assert.All(table.Problems, problem => Assert.StartsWith("test.tsv:2: ", problem.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("word\t软件|軟體|软体")]
    [InlineData("word\t软件||軟體")]
    [InlineData("word\t软件|軟體|(")]
    public void Read_BrokenForm_IsReportedAndTheOthersStay(string line)
    {
        VariantTable table = Read(line);

        Assert.Equal(["软件", "軟體"], Assert.Single(table.Groups).Forms.Select(form => form.Text));
        Assert.Single(table.Problems);
    }

    [Fact]
    public void Read_MarksOfAmbiguity_AreToldApart()
    {
        VariantTable table = Read("person\t甲乙?|丙丁?(天地)|戊己??(天地,玄黃)!(戊己庚)|辛壬");

        IReadOnlyList<VariantForm> forms = table.Groups[0].Forms;
        Assert.Empty(table.Problems);
        Assert.Equal([true, true, true, false], forms.Select(form => form.IsAmbiguous));
        Assert.Equal([false, false, true, false], forms.Select(form => form.NeedsContext));
        Assert.Equal(["天地", "玄黄"], forms[2].Context);
        Assert.Equal(["戊己庚"], forms[2].LongerWords);
    }

    [Fact]
    public void Read_NeedOfContextWithoutWords_IsReported()
    {
        Assert.Contains("is no form", Assert.Single(Read("person\t甲乙??|丙丁|戊己").Problems).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("person\t布希!(鮑德里亞)|布什")]
    [InlineData("person\t布希!(布希)|布什")]
    public void Read_LongerWordWithoutTheForm_IsReported(string line)
    {
        VariantTable table = Read(line);

        Assert.Contains("is no longer word", Assert.Single(table.Problems).Reason, StringComparison.Ordinal);
        Assert.All(table.Groups[0].Forms, form => Assert.Empty(form.LongerWords));
    }

    [Fact]
    public void Read_RandomBytes_NeverFails()
    {
        const int seed = 7;
        var random = new Random(seed);
        const string alphabet = "软件網路|?!(),#\t\n ·aperson";
        for (int round = 0; round < 2_000; round++)
        {
            string text = string.Concat(Enumerable.Range(0, 40).Select(_ => alphabet[random.Next(alphabet.Length)]));

            VariantTable table = Read(text);

            Assert.All(table.Groups, group => Assert.True(group.Forms.Count >= 2, $"seed {seed}: {text}"));
        }
    }

    private static VariantTable Read(string text) => VariantTable.Read(new StringReader(text), "test.tsv");
}
