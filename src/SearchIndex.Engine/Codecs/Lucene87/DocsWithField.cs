namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>Walks over the documents that have a value, and knows the rank of each among them: the number of its value.</summary>
internal abstract class DocsWithField : DocIdSetIterator
{
    /// <summary>Gets how many documents with a value stand before the current one, which must have a value.</summary>
    public abstract int Index { get; }

    /// <summary>Moves to exactly <paramref name="target"/>, not before the current document; returns whether it has a value.</summary>
    public abstract bool AdvanceExact(int target);
}
