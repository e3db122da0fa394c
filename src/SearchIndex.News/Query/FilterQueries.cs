using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;
using SearchIndex.News.Ingest;
using SearchIndex.News.Query.Language;
using EngineQuery = SearchIndex.Engine.Search.Query;

namespace SearchIndex.News.Query;

/// <summary>Turns conditions on the columns of articles into engine queries.</summary>
internal sealed class FilterQueries(OutletNames outlets, QueryNotices notices)
{
    // What an address may begin with when it is typed without.
    private static readonly string[] AddressBeginnings = ["https://www.", "https://", "http://www.", "http://"];

    /// <summary>Returns the query of a condition.</summary>
    public EngineQuery Of(FilterNode filter) => filter.Field switch
    {
        QueryField.Outlet => Outlets([filter.Value]),
        QueryField.Url => Address(filter.Value),
        _ => Script(ScriptNames.Find(filter.Value) ?? throw new ArgumentException($"no such script: {filter.Value}", nameof(filter))),
    };

    /// <summary>Finds the articles of any of the outlets, by id or name.</summary>
    public EngineQuery Outlets(IEnumerable<string> names) =>
        AnyOf(OutletIds(names).Select(id => new TermQuery(new Term(ArticleSchema.Outlet, id))));

    /// <summary>Returns the ids of outlets, by id or name; a name that none has is told in a notice.</summary>
    public IReadOnlyList<string> OutletIds(IEnumerable<string> names)
    {
        var ids = new List<string>();
        foreach (string name in names)
        {
            IReadOnlyList<string> found = outlets.Find(name);
            ids.AddRange(found);
            if (found.Count == 0)
            {
                notices.Add($"索引中没有名为“{name}”的媒体。");
            }
        }

        return [.. ids.Distinct()];
    }

    /// <summary>Finds the articles that were published in a span.</summary>
    /// <param name="from">The first moment, inclusive, or null.</param>
    /// <param name="to">The end, exclusive, or null.</param>
    public static EngineQuery Published(DateTimeOffset? from, DateTimeOffset? to)
    {
        long first = from?.ToUnixTimeMilliseconds() ?? long.MinValue;
        long last = to is { } end ? end.ToUnixTimeMilliseconds() - 1 : long.MaxValue;
        return new NumericDocValuesRangeQuery(ArticleSchema.Published, first, last);
    }

    /// <summary>Finds what any of the queries finds; nothing when there is none.</summary>
    public static EngineQuery AnyOf(IEnumerable<EngineQuery> queries)
    {
        BooleanQuery any = BooleanQuery.Of(Occur.Should, queries);
        return any.Clauses.Count == 0 ? new MatchNoDocsQuery() : any;
    }

    /// <summary>Finds the articles in a script.</summary>
    public static EngineQuery Script(ArticleScript script) => new TermQuery(new Term(ArticleSchema.Script, ArticleSchema.ScriptTerm(script)));

    /// <summary>Finds the articles whose address begins so; the scheme and <c>www.</c> may be left out.</summary>
    private static EngineQuery Address(string beginning)
    {
        string[] spellings = [.. Spellings(beginning).Distinct(StringComparer.Ordinal)];
        IEnumerable<string> whole = beginning.Contains("://", StringComparison.Ordinal)
            ? spellings
            : spellings.SelectMany(spelling => AddressBeginnings.Select(start => start + spelling));
        return AnyOf(whole.Select(address => new PrefixQuery(new Term(ArticleSchema.Url, address))));
    }

    /// <summary>Characters beyond ASCII may stand in the address as they are or with percent signs.</summary>
    private static IEnumerable<string> Spellings(string address)
    {
        yield return address;
        yield return string.Concat(address.EnumerateRunes().Select(rune => rune.IsAscii ? rune.ToString() : Uri.EscapeDataString(rune.ToString())));
        yield return Uri.UnescapeDataString(address);
    }
}
