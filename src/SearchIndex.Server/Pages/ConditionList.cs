using SearchIndex.News.Query;

namespace SearchIndex.Server.Pages;

/// <summary>The conditions that a search has besides its query, each with a link that takes it away.</summary>
internal sealed class ConditionList
{
    /// <summary>The most conditions that are listed: an address can hold thousands, and each link has to carry all others.</summary>
    private const int Most = 24;

    private readonly PageText _text;
    private readonly SearchParameters _parameters;
    private readonly IReadOnlyList<OutletCount> _outlets;

    public ConditionList(PageText text, SearchParameters parameters, IReadOnlyList<OutletCount> outlets)
    {
        _text = text;
        _parameters = parameters;
        _outlets = outlets;
    }

    /// <summary>Returns the list; nothing when there is no condition.</summary>
    public Html Render()
    {
        (string Label, SearchParameters Without)[] conditions = [.. Conditions()];
        return Html.If(conditions.Length > 0, () => Html.Of($"""
            <ul class="conditions" aria-label="{_text.Tools.Conditions}">
              {conditions.Select(condition => Item(condition.Label, condition.Without))}
              {Html.If(conditions.Length > 1, () => Html.Of($"<li><a class=\"all\" href=\"{_text.Links.Results(SearchChoices.Unconditioned(_parameters))}\">{_text.Tools.RemoveAll}</a></li>"))}
            </ul>
            """));
    }

    private Html Item(string label, SearchParameters without) => Html.Of($"""
        <li><a href="{_text.Links.Results(PageLinks.FirstPage(without))}" aria-label="{PageText.Fill(_text.Tools.Remove, label)}">{label} <span aria-hidden="true">×</span></a></li>

        """);

    /// <summary>Returns the conditions, and for each the search without it.</summary>
    public IEnumerable<(string Label, SearchParameters Without)> Conditions() => All().Take(Most);

    private IEnumerable<(string Label, SearchParameters Without)> All()
    {
        SearchParameters all = _parameters;
        foreach (string outlet in SearchChoices.Given(all.Outlets))
        {
            yield return (NameOfOutlet(outlet), all with { Outlets = Without(all.Outlets, outlet) });
        }

        foreach (string author in SearchChoices.Given(all.Authors))
        {
            yield return (author, all with { Authors = Without(all.Authors, author) });
        }

        foreach (string period in SearchChoices.Given(all.Periods))
        {
            yield return (period, all with { Periods = Without(all.Periods, period) });
        }

        if (!string.IsNullOrWhiteSpace(all.From) && all.From == all.To)
        {
            yield return (all.From, all with { From = null, To = null });
        }
        else
        {
            foreach ((string words, string? date, SearchParameters without) in new[]
            {
                (_text.Tools.Since, all.From, all with { From = null }), (_text.Tools.Until, all.To, all with { To = null }),
            })
            {
                if (!string.IsNullOrWhiteSpace(date))
                {
                    yield return (PageText.Fill(words, date), without);
                }
            }
        }

        IReadOnlyList<string> scripts = SearchChoices.ScriptsOf(all);
        foreach (string script in scripts)
        {
            yield return (_text.NameOfScript(script), all with { Script = string.Join(',', Without(scripts, script)) });
        }

        foreach ((string label, bool isOn, SearchParameters without) in Switches(all))
        {
            if (isOn)
            {
                yield return (label, without);
            }
        }
    }

    private (string Label, bool IsOn, SearchParameters Without)[] Switches(SearchParameters all) =>
    [
        (_text.MatchAny, Is(all.Match, "any"), all with { Match = null }),
        (_text.WithoutVariants, Is(all.Variants, "off"), all with { Variants = null }),
        (_text.Tools.EachVersion, Is(all.Collapse, "off"), all with { Collapse = null }),
    ];

    private static bool Is(string? value, string expected) => string.Equals(value?.Trim(), expected, StringComparison.OrdinalIgnoreCase);

    private static string[] Without(IEnumerable<string> values, string value) => [.. values.Where(one => one != value)];

    private string NameOfOutlet(string asked) => _outlets.FirstOrDefault(outlet => outlet.Id == asked)?.Name ?? asked;
}
