namespace SearchIndex.Engine.Index;

/// <summary>
/// The terms of a field in the order of the index, some at a time, with the records of their tokens next to each other. The tokens of a term
/// lie scattered over the whole log; fetched one by one while they are written, each would be waited for.
/// </summary>
internal sealed class TermBatches
{
    private const int BatchTokens = 4096;

    private readonly TokenLog _tokens;
    private readonly SortedTerms _terms;
    private readonly int[] _order;
    private readonly int[] _ends;

    // The terms of the batch, where their records start, and the end.
    private readonly List<int> _ids = [];
    private readonly List<int> _starts = [0];
    private int[] _records;
    private int _next;

    /// <summary>Sorts the terms and groups the tokens by term.</summary>
    public TermBatches(TermTable terms, TokenLog tokens)
    {
        _tokens = tokens;
        _terms = terms.Sort();
        (_order, _ends) = tokens.GroupByTerm(terms.Count);
        _records = new int[BatchTokens * tokens.Width];
    }

    /// <summary>Gets the number of terms in the batch.</summary>
    public int Count => _ids.Count;

    /// <summary>Goes to the next batch; false when there is none. Terms whose tokens were all forgotten are left out.</summary>
    public bool Next()
    {
        _ids.Clear();
        _starts.RemoveRange(1, _starts.Count - 1);
        int width = _tokens.Width;
        int filled = 0;
        for (; _next < _terms.Ids.Length; _next++)
        {
            ReadOnlySpan<int> tokens = TokensOf(_terms.Ids[_next]);
            if (tokens.IsEmpty)
            {
                continue;
            }

            int end = filled + (tokens.Length * width);
            if (end > _records.Length && filled > 0)
            {
                break;
            }

            if (end > _records.Length)
            {
                _records = new int[end]; // One term with more tokens than a batch has.
            }

            _tokens.Gather(tokens, _records.AsSpan(filled));
            filled = end;
            _ids.Add(_terms.Ids[_next]);
            _starts.Add(filled);
        }

        return _ids.Count > 0;
    }

    /// <summary>Returns the bytes of a term of the batch.</summary>
    public ReadOnlySpan<byte> Term(int index) => _terms.Bytes(_ids[index]);

    /// <summary>Returns the records of a term of the batch, in the order in which its tokens came.</summary>
    public ReadOnlySpan<int> Records(int index) => _records.AsSpan(_starts[index].._starts[index + 1]);

    private ReadOnlySpan<int> TokensOf(int termId)
    {
        int start = termId == 0 ? 0 : _ends[termId - 1];
        return _order.AsSpan(start, _ends[termId] - start);
    }
}
