using System.Globalization;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Tests.Search.Support;

/// <summary>Writes queries in the prefix form that <c>tests/judge/RunQueries.java</c> reads.</summary>
internal static class LuceneForm
{
    /// <summary>Returns the form of a query, or null when the form has none for it.</summary>
    public static string? Of(Query query) => query switch
    {
        TermQuery term => $"(term {term.Term.Field} {Text(term.Term)})",
        PrefixQuery prefix => $"(prefix {prefix.Prefix.Field} {Text(prefix.Prefix)})",
        PhraseQuery { Terms.Count: > 0 } phrase =>
            $"(phrase {phrase.Terms[0].Field} {phrase.Slop} {string.Join(' ', phrase.Terms.Zip(phrase.Positions, Placed))})",
        MultiPhraseQuery { Slop: 0 } phrase => $"(multiphrase {phrase.Terms[0][0].Field} {string.Join(' ', Slots(phrase))})",
        NumericDocValuesRangeQuery range => FormattableString.Invariant($"(column {range.Field} {range.From} {range.To})"),
        PointRangeQuery { From.Length: sizeof(long) } range =>
            FormattableString.Invariant($"(points {range.Field} {Number(range.From)} {Number(range.To)})"),
        MatchAllDocsQuery => "(all)",
        MatchNoDocsQuery => "(bool 0)",
        BoostQuery boosted => Around($"boost {boosted.Boost.ToString(CultureInfo.InvariantCulture)}", [boosted.Query]),
        ConstantScoreQuery constant => Around("const", [constant.Query]),
        DisjunctionMaxQuery max => Around($"dismax {max.TieBreaker.ToString(CultureInfo.InvariantCulture)}", max.Disjuncts),
        BooleanQuery boolean => Boolean(boolean),
        _ => null,
    };

    private static IEnumerable<string> Slots(MultiPhraseQuery phrase) =>
        phrase.Terms.Zip(phrase.Positions).SelectMany(slot => slot.First.Select(term => Placed(term, slot.Second)));

    private static string? Boolean(BooleanQuery query)
    {
        string?[] clauses = [.. query.Clauses.Select(clause =>
            Around(clause.Occur.ToString().ToLowerInvariant(), [clause.Query]))];
        return clauses.Contains(null) ? null : $"(bool {query.MinimumShouldMatch} {string.Join(' ', clauses)})";
    }

    private static string? Around(string head, IEnumerable<Query> parts)
    {
        string?[] forms = [.. parts.Select(Of)];
        return forms.Contains(null) ? null : $"({head} {string.Join(' ', forms)})";
    }

    private static string Placed(Term term, int position) => $"{position}:{Text(term)}";

    private static long Number(ReadOnlyMemory<byte> point) => NumericUtils.SortableBytesToInt64(point.Span);

    private static string Text(Term term) => Uri.EscapeDataString(term.Text);
}
