using SearchIndex.News.Query;

namespace SearchIndex.Server.Pages;

/// <summary>The fields beside the results. What was chosen by links goes along hidden, so that another query keeps the conditions.</summary>
internal sealed class RefineForm
{
    private readonly PageText _text;
    private readonly SearchParameters _parameters;
    private readonly IReadOnlyList<ParameterProblem> _problems;

    public RefineForm(PageText text, SearchParameters parameters, IReadOnlyList<ParameterProblem> problems)
    {
        _text = text;
        _parameters = parameters;
        _problems = problems;
    }

    /// <summary>Returns the fields and the facets. They fold away on narrow screens, unless a value is wrong.</summary>
    public Html Render(Html facets) => Html.Of($"""
        <details class="filters"{Html.If(_problems.Count > 0, () => Html.Of($" open"))}>
          <summary>{_text.Filters}</summary>
          <div class="fields">
            {SearchForm.DateField(_text, "from", _text.From, _parameters.From, IsWrong("from"))}
            {SearchForm.DateField(_text, "to", _text.To, _parameters.To, IsWrong("to"))}
            {SearchForm.AnyField(_text, string.Equals(_parameters.Match, "any", StringComparison.OrdinalIgnoreCase))}
            {Kept().Select(field => Html.Of($"<input type=\"hidden\" name=\"{field.Name}\" value=\"{field.Value}\" form=\"search\">\n"))}
            <div class="actions">
              <button type="submit" form="search" class="quiet">{_text.FilterButton}</button>
              {Html.If(SearchForm.HasFilters(_parameters), () => Html.Of($"<a href=\"{_text.Links.Results(SearchChoices.Unconditioned(_parameters))}\">{_text.ClearFilters}</a>"))}
            </div>
          </div>
          {facets}
        </details>
        """);

    private IEnumerable<(string Name, string Value)> Kept()
    {
        IEnumerable<(string Name, string? Value)> all =
        [
            .. _parameters.Outlets.Select(outlet => ("outlet", (string?)outlet)),
            .. _parameters.Authors.Select(author => ("author", (string?)author)),
            .. _parameters.Periods.Select(period => ("period", (string?)period)),
            ("script", _parameters.Script),
            ("variants", _parameters.Variants),
            ("collapse", _parameters.Collapse),
            ("sort", _parameters.Sort),
            ("size", _parameters.Size),
            ("chart", _parameters.Chart),
        ];
        foreach ((string name, string? value) in all)
        {
            // A wrong value that goes along unseen could not be mended.
            if (!string.IsNullOrWhiteSpace(value) && !IsWrong(name))
            {
                yield return (name, value);
            }
        }
    }

    private bool IsWrong(string name) => _problems.Any(problem => problem.Name == name);
}
