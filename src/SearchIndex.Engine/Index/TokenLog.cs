namespace SearchIndex.Engine.Index;

/// <summary>
/// The tokens of a field in the order in which they came: for each its term and a record of <c>width</c> numbers (document, and as far as
/// the field keeps them position, start and end offset). Appending is all that indexing does per token; the flush groups the tokens by
/// term with one counting sort, which keeps the order of documents and positions within a term.
/// </summary>
internal sealed class TokenLog(int width)
{
    private const int ChunkBits = 13;
    private const int ChunkTokens = 1 << ChunkBits;
    private const int ChunkMask = ChunkTokens - 1;

    private readonly List<int[]> _termIds = [];
    private readonly List<int[]> _records = [];

    // The chunk that is being filled.
    private int[] _lastTermIds = [];
    private int[] _lastRecords = [];

    /// <summary>Gets the numbers of a record.</summary>
    public int Width => width;

    /// <summary>Gets the number of tokens.</summary>
    public int Count { get; private set; }

    /// <summary>Gets the memory that the log takes, the table of the counting sort included.</summary>
    public long MemoryBytes => (long)_termIds.Count * ChunkTokens * (width + 2) * sizeof(int);

    /// <summary>Adds a token; numbers beyond the width are dropped.</summary>
    public void Add(int termId, int docId, int position, int startOffset, int endOffset)
    {
        int inChunk = Count & ChunkMask;
        if (inChunk == 0)
        {
            StartChunk(Count >> ChunkBits);
        }

        _lastTermIds[inChunk] = termId;
        Span<int> record = _lastRecords.AsSpan(inChunk * width, width);
        record[0] = docId;
        if (record.Length > 1)
        {
            record[1] = position;
        }

        if (record.Length > 3)
        {
            record[2] = startOffset;
            record[3] = endOffset;
        }

        Count++;
    }

    /// <summary>Copies the records of tokens next to each other: the loop has many cache misses under way at a time.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="records">Receives the records; has room for them.</param>
    public void Gather(ReadOnlySpan<int> tokens, Span<int> records)
    {
        int at = 0;
        foreach (int token in tokens)
        {
            ReadOnlySpan<int> chunk = _records[token >> ChunkBits];
            int start = (token & ChunkMask) * width;
            switch (width)
            {
                case 1:
                    records[at] = chunk[start];
                    break;
                case 2:
                    records[at + 1] = chunk[start + 1];
                    records[at] = chunk[start];
                    break;
                default:
                    chunk.Slice(start, 4).CopyTo(records[at..]);
                    break;
            }

            at += width;
        }
    }

    /// <summary>Forgets the tokens from <paramref name="count"/> on.</summary>
    public void Truncate(int count)
    {
        Count = count;
        int chunk = count >> ChunkBits;
        if (chunk < _records.Count)
        {
            UseChunk(chunk);
        }
    }

    /// <summary>
    /// Groups the tokens by term. Those of term t are <c>order[ends[t - 1] .. ends[t])</c> (from 0 for the first), in the order in which
    /// they came.
    /// </summary>
    public (int[] Order, int[] Ends) GroupByTerm(int termCount)
    {
        var ends = new int[termCount];
        for (int token = 0; token < Count; token++)
        {
            ends[TermId(token)]++;
        }

        int start = 0;
        for (int term = 0; term < termCount; term++)
        {
            int count = ends[term];
            ends[term] = start; // The cursor; it has moved to the end of the term when all tokens are placed.
            start += count;
        }

        int[] order = GC.AllocateUninitializedArray<int>(Count);
        for (int token = 0; token < Count; token++)
        {
            order[ends[TermId(token)]++] = token;
        }

        return (order, ends);
    }

    private int TermId(int token) => _termIds[token >> ChunkBits][token & ChunkMask];

    private void StartChunk(int chunk)
    {
        // After a truncation there may be chunks that are used again.
        if (chunk == _records.Count)
        {
            _termIds.Add(GC.AllocateUninitializedArray<int>(ChunkTokens));
            _records.Add(GC.AllocateUninitializedArray<int>(ChunkTokens * width));
        }

        UseChunk(chunk);
    }

    private void UseChunk(int chunk)
    {
        _lastTermIds = _termIds[chunk];
        _lastRecords = _records[chunk];
    }
}
