using System.Text.RegularExpressions;

namespace SearchIndex.News.Query.Saved;

/// <summary>Reads the lines of a file of saved queries, see <see cref="SavedQueryFile"/>.</summary>
internal sealed partial class SavedQueryParser(string file)
{
    private const int MinColumns = 2;
    private const int MaxColumns = 4;

    private readonly List<SavedQuery> _queries = [];
    private readonly List<SavedQueryProblem> _problems = [];
    private int _line;

    public IReadOnlyList<SavedQuery> Queries => _queries;

    public IReadOnlyList<SavedQueryProblem> Problems => _problems;

    /// <summary>Reads the next line.</summary>
    public void Add(string line)
    {
        _line++;
        if (string.IsNullOrWhiteSpace(line) || line[0] == '#')
        {
            return;
        }

        string[] columns = line.Split('\t', StringSplitOptions.TrimEntries);
        if (columns.Length is < MinColumns or > MaxColumns)
        {
            Report($"{columns.Length} columns; wanted are name, query and perhaps filters and a title, parted by tabs; the line is left out");
            return;
        }

        string name = columns[0];
        if (!Name().IsMatch(name))
        {
            Report($"'{name}' is no name; wanted are up to 64 letters, digits, minus and underscore; the line is left out");
            return;
        }

        if (_queries.Exists(query => query.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
        {
            Report($"there is a query '{name}' already; the line is left out");
            return;
        }

        SearchParameters parameters = ParametersOf(columns[1], columns.Length > MinColumns ? columns[MinColumns] : string.Empty);
        SearchRequest request = parameters.Bind(out IReadOnlyList<ParameterProblem> wrong);
        foreach (ParameterProblem problem in wrong)
        {
            Report($"{problem.Name}: '{problem.Value}' is not allowed; give {problem.Allowed}; the filter is left out");
        }

        string title = columns.Length == MaxColumns && columns[^1].Length > 0 ? columns[^1] : name;
        _queries.Add(new SavedQuery(name, title, parameters, request));
    }

    private SearchParameters ParametersOf(string query, string filters)
    {
        var parameters = new SearchParameters { Query = query };
        foreach (string filter in filters.TrimStart('?').Split('&', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string[] sides = filter.Split('=', 2);
            string value = sides.Length > 1 ? Uri.UnescapeDataString(sides[1].Replace('+', ' ')) : string.Empty;
            parameters = With(parameters, Uri.UnescapeDataString(sides[0]), value);
        }

        return parameters;
    }

    private SearchParameters With(SearchParameters parameters, string name, string value)
    {
        switch (name.ToLowerInvariant())
        {
            case "match":
                return parameters with { Match = value };
            case "outlet":
                return parameters with { Outlets = [.. parameters.Outlets, value] };
            case "author":
                return parameters with { Authors = [.. parameters.Authors, value] };
            case "period":
                return parameters with { Periods = [.. parameters.Periods, value] };
            case "from":
                return parameters with { From = value };
            case "to":
                return parameters with { To = value };
            case "script":
                return parameters with { Script = value };
            case "variants":
                return parameters with { Variants = value };
            case "collapse":
                return parameters with { Collapse = value };
            case "sort" or "page" or "size" or "facets" or "explain":
                return parameters; // An address copied from a search has them; they do not change what is found.
            default:
                Report($"'{name}' is no filter; wanted is one of match, outlet, author, period, from, to, script, variants, collapse; it is left out");
                return parameters;
        }
    }

    private void Report(string reason) => _problems.Add(new SavedQueryProblem(file, _line, reason));

    [GeneratedRegex(@"^[\p{L}\p{Nd}_-]{1,64}\z")]
    private static partial Regex Name();
}
