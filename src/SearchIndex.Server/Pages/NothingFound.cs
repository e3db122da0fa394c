using System.Globalization;
using SearchIndex.News.Query;

namespace SearchIndex.Server.Pages;

/// <summary>What to do when nothing is found: searches that ask for less, each with how much it finds.</summary>
internal sealed class NothingFound
{
    /// <summary>The most searches that are tried: an address can hold thousands of conditions.</summary>
    private const int MostSteps = 8;

    private readonly PageText _text;
    private readonly SearchParameters _parameters;
    private readonly ConditionList _conditions;
    private readonly Func<SearchParameters, int> _count;

    /// <summary>Creates the advice for a search.</summary>
    /// <param name="text">The words of the page.</param>
    /// <param name="parameters">The search.</param>
    /// <param name="conditions">Its conditions.</param>
    /// <param name="count">Counts the hits of another search.</param>
    public NothingFound(PageText text, SearchParameters parameters, ConditionList conditions, Func<SearchParameters, int> count)
    {
        _text = text;
        _parameters = PageLinks.FirstPage(parameters);
        _conditions = conditions;
        _count = count;
    }

    /// <summary>Returns the advice; steps that lead nowhere are left out.</summary>
    public Html Render() => Html.Of($"""
        <div class="nothing">
          <h2>{_text.NothingFound}</h2>
          <p>{_text.TryThis}</p>
          <ul>
            {Steps().Take(MostSteps).DistinctBy(step => _text.Links.Results(step.Search)).Select(Step)}
            <li>{_text.TryFewerWords}</li>
          </ul>
        </div>
        """);

    private Html Step((string Words, SearchParameters Search) step)
    {
        int found = _count(step.Search);
        return Html.If(found > 0, () => Html.Of(
            $"<li><a href=\"{_text.Links.Results(step.Search)}\">{step.Words}</a> <span class=\"count\">({found.ToString("N0", CultureInfo.InvariantCulture)})</span></li>\n"));
    }

    private IEnumerable<(string Words, SearchParameters Search)> Steps()
    {
        string query = _parameters.Query ?? string.Empty;
        foreach ((string label, SearchParameters without) in _conditions.Conditions())
        {
            yield return (PageText.Fill(_text.Tools.Remove, label), without);
        }

        if (SearchForm.HasFilters(_parameters))
        {
            yield return (_text.TryWithoutFilters, SearchChoices.Unconditioned(_parameters) with { Match = _parameters.Match });
        }

        if (query.AsSpan().Trim().ContainsAny(" \u3000") && string.IsNullOrEmpty(_parameters.Match))
        {
            yield return (_text.TryAny, _parameters with { Match = "any" });
        }

        string unquoted = string.Concat(query.Split('"', '“', '”', '「', '」', '『', '』'));
        if (unquoted != query)
        {
            yield return (_text.TryWithoutQuotes, _parameters with { Query = unquoted });
            yield return (_text.Tools.TryLoosely, SearchChoices.Unconditioned(_parameters) with { Query = unquoted, Match = "any" });
        }
    }
}
