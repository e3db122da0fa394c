using System.Globalization;
using System.Text;
using SearchIndex.Engine.Analysis.Bigrams;
using SearchIndex.Engine.Analysis.Folding;
using SearchIndex.News.Ingest;
using SearchIndex.News.Query.Facets;

namespace SearchIndex.News.Tests.Query.BruteForce;

/// <summary>An article as a program reads it that knows no index: folded text without what the search passes over.</summary>
internal sealed class PlainArticle(Article article)
{
    private readonly string _title = Plain(article.Title);
    private readonly string _body = Plain(string.Join('\n', article.Paragraphs));

    public string Id => article.Id;

    public DateTimeOffset? Published => article.Published;

    public string Body => _body;

    /// <summary>Reads all articles of a folder.</summary>
    public static PlainArticle[] ReadAll(string folder)
    {
        SourceFile[] files = [.. SourceFolder.Enumerate([folder], CancellationToken.None)];
        return [.. ArticleSurvey.Run(files, Environment.ProcessorCount, CancellationToken.None)
            .Select(group => ArticleReader.Read(group).Article).OfType<Article>()
            .Select(read => new PlainArticle(read))];
    }

    /// <summary>Tells whether a text of Han characters stands in the article.</summary>
    public bool Has(string text) => _title.Contains(text, StringComparison.Ordinal) || _body.Contains(text, StringComparison.Ordinal);

    /// <summary>Returns the value of a facet, or null.</summary>
    public string? ValueOf(FacetKind kind) => kind switch
    {
        FacetKind.Outlet => article.Outlet.Id,
        FacetKind.Script => ArticleSchema.ScriptTerm(article.Script),
        FacetKind.Author => string.IsNullOrEmpty(article.Author) ? null : article.Author,
        FacetKind.Year => article.Published?.UtcDateTime.ToString("yyyy", CultureInfo.InvariantCulture),
        _ => article.Published?.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture),
    };

    /// <summary>Invisible characters go first, since a dot may stand beside one; then lone dots between Han characters.</summary>
    private static string Plain(string text)
    {
        string visible = string.Concat(text.Where(unit => !IsInvisible(unit)));
        var plain = new StringBuilder(visible.Length);
        for (int at = 0; at < visible.Length; at++)
        {
            char unit = visible[at];
            bool isPassedDot = IsDot(unit) && at > 0 && at + 1 < visible.Length && IsHan(visible[at - 1]) && IsHan(visible[at + 1]);
            plain.Append(isPassedDot ? string.Empty : CharacterFold.Fold(unit));
        }

        return plain.ToString();
    }

    private static bool IsInvisible(char unit) => char.GetUnicodeCategory(unit) == UnicodeCategory.Format || unit is >= '\uFE00' and <= '\uFE0F';

    private static bool IsDot(char unit) => "·•‧・･".Contains(unit, StringComparison.Ordinal);

    private static bool IsHan(char unit) => char.IsSurrogate(unit) || (Rune.TryCreate(unit, out Rune rune) && HanText.IsHan(rune) && !IsDot(unit));
}
