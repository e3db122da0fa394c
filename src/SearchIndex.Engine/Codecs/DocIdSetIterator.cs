namespace SearchIndex.Engine.Codecs;

/// <summary>
/// Walks over document numbers in ascending order. Before the first move <see cref="DocId"/> is -1, at the end it is
/// <see cref="NoMoreDocs"/>; after that the iterator must not be moved again. For one thread.
/// </summary>
public abstract class DocIdSetIterator
{
    /// <summary>The document number that stands for "no more".</summary>
    public const int NoMoreDocs = int.MaxValue;

    /// <summary>Gets the current document: -1 before the first, <see cref="NoMoreDocs"/> behind the last.</summary>
    public abstract int DocId { get; }

    /// <summary>Gets an upper bound of the number of documents, to plan with.</summary>
    public abstract long Cost { get; }

    /// <summary>Moves to the next document and returns it, or <see cref="NoMoreDocs"/>.</summary>
    public abstract int NextDoc();

    /// <summary>
    /// Moves to the first document at or behind <paramref name="target"/>, which must be behind the current one, and returns it, or
    /// <see cref="NoMoreDocs"/>.
    /// </summary>
    public abstract int Advance(int target);
}
