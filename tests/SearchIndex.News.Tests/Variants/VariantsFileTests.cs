using SearchIndex.Engine.Analysis.Bigrams;
using SearchIndex.News.Variants;

namespace SearchIndex.News.Tests.Variants;

/// <summary>Holds what the embedded file promises.</summary>
public sealed class VariantsFileTests
{
    private static readonly VariantTable Table = VariantTable.Embedded;

    [Fact]
    public void File_HasNoProblems()
    {
        Assert.Empty(Table.Problems);
    }

    [Fact]
    public void File_HasEnoughGroupsOfEveryKind()
    {
        Assert.True(Table.Groups.Count >= 1_250, $"{Table.Groups.Count} groups");
        Assert.All(Enum.GetValues<VariantKind>(), kind => Assert.True(Table.Groups.Count(group => group.Kind == kind) >= 80, $"{kind}"));
    }

    [Fact]
    public void Form_InSeveralGroups_IsAmbiguousInEach()
    {
        IEnumerable<string> clashes = Table.Groups
            .SelectMany(group => group.Forms)
            .GroupBy(form => form.Key)
            .Where(forms => forms.Count() > 1 && !forms.All(form => form.IsAmbiguous))
            .Select(forms => forms.Key);

        Assert.Empty(clashes);
    }

    [Fact]
    public void Form_ConsistsOfHanCharactersInTheMain()
    {
        IEnumerable<string> others = Table.Groups.SelectMany(group => group.Forms).Select(form => form.Text).Where(text => HanText.Count(text) == 0);

        Assert.Empty(others);
    }

    [Fact]
    public void Form_OfEveryGroup_FindsTheOthersOfIt()
    {
        foreach (VariantGroup group in Table.Groups)
        {
            string context = string.Join(' ', group.Forms.SelectMany(form => form.Context));
            foreach (VariantForm form in group.Forms)
            {
                VariantMatch match = Assert.Single(Table.FindAll(form.Key, form.Key + ' ' + context));
                string[] expected = [.. group.Forms.Where(other => other != form).Select(other => other.Key)];

                Assert.Equal(form.Key.Length, match.Length);
                Assert.Subset(match.Alternatives.Select(other => other.Form.Key).ToHashSet(), expected.ToHashSet());
            }
        }
    }

    [Theory]
    [InlineData("马里兰州")]
    [InlineData("我对他信任有加")]
    [InlineData("心里根本没有")]
    [InlineData("抵达佛罗里达")]
    [InlineData("粮食安全")]
    [InlineData("中国中央")]
    public void Text_ThatOnlyLooksLikeAForm_HasNoneOfIt(string text)
    {
        string[] wrong = ["马里", "他信", "里根", "达佛", "食安", "国中"];

        Assert.DoesNotContain(Table.FindAll(VariantText.Key(text), text), match => wrong.Contains(text[match.Start..match.End]));
    }
}
