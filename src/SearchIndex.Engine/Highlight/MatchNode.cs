using SearchIndex.Engine.Search;

namespace SearchIndex.Engine.Highlight;

/// <summary>A part of a query, as a highlighter sees it. Has no state; safe for several threads.</summary>
internal abstract class MatchNode
{
    /// <summary>Gets whether <see cref="AddMatches"/> adds nothing for a document that this part does not match.</summary>
    public abstract bool ChecksItself { get; }

    /// <summary>Returns the node of a query.</summary>
    /// <param name="query">The query, as it is before it is rewritten.</param>
    /// <param name="searcher">Tells whether parts that do not look for text match; when it is null they are taken to.</param>
    public static MatchNode Of(Query query, IndexSearcher? searcher) => query switch
    {
        BooleanQuery boolean => new BooleanNode(
            [.. boolean.Clauses.Select(clause => (Of(clause.Query, searcher), clause.Occur))], boolean.MinimumShouldMatch),
        DisjunctionMaxQuery any => new BooleanNode([.. any.Disjuncts.Select(disjunct => (Of(disjunct, searcher), Occur.Should))], 1),
        MatchNoDocsQuery => new BooleanNode([], 1),
        BoostQuery boosted => Of(boosted.Query, searcher),
        ConstantScoreQuery constant => Of(constant.Query, searcher),
        NamedQuery named => new LabelNode(named.Label, Of(named.Query, searcher)),
        PrefixQuery prefix => new TextNode(new PrefixMatches(prefix)),
        ProximityQuery proximity => new TextNode(new ProximityMatches(proximity)),
        _ when PhrasePattern.Of(query) is { } pattern => new TextNode(new PhraseMatches(pattern)),
        _ => OtherNode.For(query, searcher),
    };

    /// <summary>Tells whether a document matches this part.</summary>
    public abstract bool Matches(DocumentPlace place);

    /// <summary>Adds the matches of this part in a document, which is taken to match it.</summary>
    public abstract void AddMatches(MatchList matches, DocumentPlace place);
}
