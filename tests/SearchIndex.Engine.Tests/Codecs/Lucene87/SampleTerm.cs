namespace SearchIndex.Engine.Tests.Codecs.Lucene87;

/// <summary>
/// A term with made-up postings. Frequencies, positions and offsets follow from the seed and the document, so that they need no room.
/// </summary>
internal sealed class SampleTerm
{
    private readonly uint _seed;
    private readonly int _maxFreq;

    public SampleTerm(byte[] bytes, int[] docs, int maxFreq, int seed)
    {
        Bytes = bytes;
        Docs = docs;
        _maxFreq = maxFreq;
        _seed = (uint)seed;
    }

    public byte[] Bytes { get; }

    public int[] Docs { get; }

    public int Freq(int docId) => 1 + (int)(Mix(docId, 0) % (uint)_maxFreq);

    /// <summary>Positions repeat now and then, and jump far now and then.</summary>
    public int Position(int docId, int occurrence)
    {
        int start = (int)(Mix(docId, 1) % 20);
        int step = (int)(Mix(docId, 2) % 3);
        int jump = Mix(docId, 3) % 50 == 0 ? 1 << 20 : 0;
        return start + (occurrence * (step + (occurrence > 2 ? jump : 0)));
    }

    public int Start(int docId, int occurrence) => 2 * Position(docId, occurrence);

    public int End(int docId, int occurrence) => Start(docId, occurrence) + 1 + (int)(Mix(docId, occurrence / 2) % 3);

    public long TotalTermFreq(bool hasFreqs)
    {
        long total = 0;
        foreach (int docId in Docs)
        {
            total += hasFreqs ? Freq(docId) : 1;
        }

        return total;
    }

    private uint Mix(int docId, int salt)
    {
        uint hash = (_seed * 2654435761u) ^ ((uint)docId * 2246822519u) ^ ((uint)salt * 3266489917u);
        hash ^= hash >> 15;
        hash *= 2246822519u;
        return hash ^ (hash >> 13);
    }
}
