using System.Globalization;
using SearchIndex.Engine.Index;

namespace SearchIndex.Engine.Search;

/// <summary>The small parts that the readable forms of queries share.</summary>
internal static class QueryFormat
{
    /// <summary>Returns <c>field:</c>, or nothing for the default field.</summary>
    public static string Prefix(string field, string defaultField) => field == defaultField ? string.Empty : field + ":";

    /// <summary>Returns a term, without its field when that is the default.</summary>
    public static string Term(Term term, string defaultField) => Prefix(term.Field, defaultField) + term.Text;

    /// <summary>Returns a number as <c>^2</c> or <c>^0.5</c>.</summary>
    public static string Boost(float boost) => "^" + boost.ToString(CultureInfo.InvariantCulture);

    /// <summary>Returns a query, in round brackets when it is of several parts.</summary>
    public static string Nested(Query query, string field) =>
        query is BooleanQuery or DisjunctionMaxQuery ? "(" + query.ToString(field) + ")" : query.ToString(field);
}
