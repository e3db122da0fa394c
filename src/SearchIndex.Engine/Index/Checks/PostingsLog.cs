namespace SearchIndex.Engine.Index.Checks;

/// <summary>What walking over the postings of a term gave: the documents, and in each the frequency and a digest of the positions.</summary>
internal sealed class PostingsLog
{
    private readonly List<(int DocId, int Freq, long Positions)> _documents = [];

    /// <summary>Gets the number of documents.</summary>
    public int Count => _documents.Count;

    /// <summary>Returns a document by its rank.</summary>
    public (int DocId, int Freq, long Positions) this[int rank] => _documents[rank];

    public void Clear() => _documents.Clear();

    public void Add(int docId, int freq, long positions) => _documents.Add((docId, freq, positions));

    /// <summary>Returns the rank of the first document at or behind a target; <see cref="Count"/> when there is none.</summary>
    public int FirstAtLeast(int target)
    {
        int low = 0;
        int high = _documents.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (_documents[middle].DocId < target)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
