using SearchIndex.News.Query.Language;

namespace SearchIndex.News.Suggestions.Corrections;

/// <summary>The texts of a query that may be corrected, and the query with one of them replaced.</summary>
internal static class QueryTexts
{
    /// <summary>Returns the nodes whose texts may be corrected: what must not match, and what is asked for to the letter, is left alone.</summary>
    public static IEnumerable<QueryNode> Of(QueryNode node) => node switch
    {
        GroupNode group => group.Parts.SelectMany(Of),
        TextNode { Form: not TextForm.Exact } or NearNode => [node],
        _ => [],
    };

    /// <summary>Returns the texts of a node.</summary>
    public static IReadOnlyList<string> In(QueryNode node) => node switch
    {
        TextNode text => [text.Text],
        NearNode near => near.Texts,
        _ => [],
    };

    /// <summary>
    /// Returns a query with a text of one node replaced and everything else as it was typed; in canonical form where the text does not stand in it
    /// as it was understood, for example behind backslashes.
    /// </summary>
    /// <param name="query">The query as it was typed.</param>
    /// <param name="root">The query as it was understood.</param>
    /// <param name="node">The node, one of the tree.</param>
    /// <param name="text">The text of the node to replace.</param>
    /// <param name="replacement">What replaces it.</param>
    public static string Replace(string query, QueryNode root, QueryNode node, string text, string replacement)
    {
        QueryNode wanted = Replace(root, node, With(node, text, replacement));
        for (int at = query.IndexOf(text, StringComparison.Ordinal); at >= 0; at = query.IndexOf(text, at + 1, StringComparison.Ordinal))
        {
            string replaced = query[..at] + replacement + query[(at + text.Length)..];
            if (QueryParser.Parse(replaced).Root.Equals(wanted))
            {
                return replaced;
            }
        }

        return wanted.ToString();
    }

    private static QueryNode With(QueryNode node, string text, string replacement) => node switch
    {
        TextNode single => single with { Text = replacement },
        NearNode near => new NearNode(near.Field, [.. near.Texts.Select(one => one == text ? replacement : one)], near.Distance, near.IsOrdered),
        _ => node,
    };

    private static QueryNode Replace(QueryNode tree, QueryNode node, QueryNode replacement) => tree switch
    {
        _ when ReferenceEquals(tree, node) => replacement,
        AndNode and => AndNode.Of(and.Parts.Select(part => Replace(part, node, replacement))),
        OrNode or => OrNode.Of(or.Parts.Select(part => Replace(part, node, replacement))),
        _ => tree,
    };
}
