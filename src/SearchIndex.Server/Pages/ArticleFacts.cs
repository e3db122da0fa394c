using System.Globalization;
using SearchIndex.News.Ingest;
using SearchIndex.News.Provenance;
using SearchIndex.News.Query;

namespace SearchIndex.Server.Pages;

/// <summary>What is known about an article, and where each of it was found.</summary>
internal sealed class ArticleFacts(PageText text, ArticleView article)
{
    /// <summary>Returns the facts as entries of a description list.</summary>
    public Html Render() => Html.Join(Facts());

    private IEnumerable<Html> Facts()
    {
        yield return Fact(text.Outlet, NameOf(article.Evidence.Outlet), article.Outlet.Name);
        yield return Fact(text.Author, NameOf(article.Evidence.Author), article.Author);
        yield return Fact(text.Editors, text.Tools.FromText, [.. article.Editors]);
        yield return Fact(text.Published, text.NameOf(article.PublishedEvidence), Moment());
        yield return Fact(text.Script, text.Tools.FromText, text.NameOf(article.Script));
        yield return Fact(text.Tags, text.FromFrontMatter, [.. article.Tags]);
        yield return Fact(text.Tools.Address, NameOf(article.Evidence.Url), article.Url is null ? null : VisibleText.Escape(article.Url));
        yield return Fact(text.Source, from: null, [.. article.Sources.Take(1).Select(VisibleText.Escape)]);
        yield return Fact(text.Tools.TitlePlace, NameOf(article.Evidence.Title), Bytes(article.TitleSourceRange) ?? text.Tools.NotInFile);
        yield return Fact(text.Tools.TextPlace, from: null, Bytes(article.BodySourceRange));
        yield return Fact(text.Copies, from: null, [.. article.Sources.Skip(1).Select(VisibleText.Escape)]);
        yield return Fact(text.Tools.ArticleId, from: null, article.Id);
    }

    /// <summary>A date from a file name tells the day only.</summary>
    private string? Moment()
    {
        string format = article.PublishedEvidence == PublishedEvidence.FileName ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm 'UTC'";
        return article.Published?.UtcDateTime.ToString(format, CultureInfo.InvariantCulture);
    }

    private string? Bytes(SourceRange? range) => range is null ? null : PageText.Fill(text.Tools.Bytes, range.Start, range.End);

    private string? NameOf(FactSource source) => source switch
    {
        FactSource.FrontMatter => text.FromFrontMatter,
        FactSource.HeadLink => text.Tools.FromHeadLink,
        FactSource.Text => text.Tools.FromText,
        FactSource.PageTitle => text.Tools.FromPageTitle,
        FactSource.Address => text.Tools.FromAddress,
        FactSource.FileName => text.FromFileName,
        _ => null,
    };

    private Html Fact(string name, string? from, params string?[] values)
    {
        string?[] given = [.. values.Where(value => !string.IsNullOrEmpty(value))];
        Html source = Html.If(from is not null, () => Html.Of($"<dd class=\"from\">{PageText.Fill(text.Tools.TakenFrom, from!)}</dd>"));
        return Html.If(given.Length > 0, () => Html.Of($"<div><dt>{name}</dt>{given.Select(value => Html.Of($"<dd>{value}</dd>"))}{source}</div>\n"));
    }
}
