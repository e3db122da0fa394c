using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Index;

/// <summary>A segment that goes into a merge, with the new numbers of its documents.</summary>
internal sealed class MergeSource
{
    private readonly int _docBase;
    private readonly int[]? _newNumbers;

    private MergeSource(SegmentReader reader, int docBase)
    {
        Reader = reader;
        _docBase = docBase;
        _newNumbers = reader.LiveDocs is null ? null : Renumber(reader);
    }

    /// <summary>Gets the segment.</summary>
    public SegmentReader Reader { get; }

    /// <summary>Lines segments up one behind the other.</summary>
    public static List<MergeSource> Of(IReadOnlyList<SegmentReader> readers)
    {
        var sources = new List<MergeSource>();
        int docBase = 0;
        foreach (SegmentReader reader in readers)
        {
            sources.Add(new MergeSource(reader, docBase));
            docBase += reader.NumDocs;
        }

        return sources;
    }

    /// <summary>Returns the number of a document in the merged segment, or -1 when it is deleted.</summary>
    public int NewNumber(int docId)
    {
        if (_newNumbers is null)
        {
            return _docBase + docId;
        }

        int number = _newNumbers[docId];
        return number < 0 ? -1 : _docBase + number;
    }

    /// <summary>Lists the live documents of an iterator as (old, new) numbers.</summary>
    public IEnumerable<(int Old, int New)> LiveDocuments(DocIdSetIterator documents)
    {
        for (int docId = documents.NextDoc(); docId != DocIdSetIterator.NoMoreDocs; docId = documents.NextDoc())
        {
            int number = NewNumber(docId);
            if (number >= 0)
            {
                yield return (docId, number);
            }
        }
    }

    private static int[] Renumber(SegmentReader reader)
    {
        var numbers = new int[reader.MaxDoc];
        int next = 0;
        for (int docId = 0; docId < numbers.Length; docId++)
        {
            numbers[docId] = reader.LiveDocs![docId] ? next++ : -1;
        }

        return numbers;
    }
}
