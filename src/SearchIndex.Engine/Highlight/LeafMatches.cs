using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Highlight;

/// <summary>Finds the matches of one part of a query. Has no state; safe for several threads.</summary>
internal abstract class LeafMatches
{
    /// <summary>Gets the field that the part looks into.</summary>
    public abstract string Field { get; }

    /// <summary>Adds the matches in a document, in any order.</summary>
    /// <param name="matches">Receives the matches.</param>
    /// <param name="terms">The terms of the field in the segment; the field keeps offsets.</param>
    /// <param name="doc">The number of the document in the segment.</param>
    public abstract void AddTo(MatchList matches, Terms terms, int doc);
}
