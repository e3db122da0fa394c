using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Index.Checks;

/// <summary>A column of doc values or norms, of whatever kind: where it stands, and a digest of what the document has there.</summary>
internal abstract class ColumnCursor(DocIdSetIterator iterator)
{
    /// <summary>Gets the walk over the documents that have a value.</summary>
    public DocIdSetIterator Iterator => iterator;

    /// <summary>Moves to exactly a document; returns whether it has a value.</summary>
    public abstract bool AdvanceExact(int docId);

    /// <summary>Reads what the current document has, checks it, and returns a digest of it. Called once a document.</summary>
    public abstract long Read();
}
