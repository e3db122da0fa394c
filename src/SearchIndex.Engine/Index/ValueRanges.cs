namespace SearchIndex.Engine.Index;

/// <summary>Lines up the values of documents with several of them, in ascending order of documents, and notes where those of each start.</summary>
internal sealed class ValueRanges<T>(int maxDoc)
{
    private readonly int[] _startByDoc = new int[maxDoc + 1];
    private readonly List<T> _values = [];
    private int _doc;

    /// <summary>Adds the next value of a document, which must not lie before the one added to last.</summary>
    public void Add(int docId, T value)
    {
        AdvanceTo(docId);
        _values.Add(value);
    }

    /// <summary>Returns where the values of each document start, then the end of all; and the values. Nothing may be added any more.</summary>
    public (int[] StartByDoc, T[] Values) Finish()
    {
        AdvanceTo(maxDoc);
        return (_startByDoc, [.. _values]);
    }

    private void AdvanceTo(int docId)
    {
        while (_doc < docId)
        {
            _startByDoc[++_doc] = _values.Count;
        }
    }
}
