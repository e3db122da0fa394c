using SearchIndex.News.Query;
using SearchIndex.News.Variants;

namespace SearchIndex.News.Tests.Query;

public sealed class TextFormsTests
{
    private const int MaxForms = 12;

    private static readonly VariantTable Table = VariantTable.Read(new StringReader("word\t网络|網路\nword\t程序|程式\n"), "test.tsv");

    [Fact]
    public void Of_TwoVariants_HasEveryCombination()
    {
        Assert.Equal(["网络的程序", "网络的程式", "網路的程序", "網路的程式"], FormsOf("网络的程序"));
    }

    [Fact]
    public void Of_LongTextOfVariants_HasTheFormsThatCountMost()
    {
        string text = string.Concat(Enumerable.Repeat("网络的", 660));

        string[] forms = FormsOf(text);

        Assert.Equal(text, forms[0]);
        Assert.Equal(MaxForms, forms[1..].Distinct().Count());
        Assert.All(forms[1..], form => Assert.Single(form.Split("的"), "網路"));
    }

    private static string[] FormsOf(string text) => [.. new TextForms(Table, text).Of(text).Select(form => form.Text)];
}
