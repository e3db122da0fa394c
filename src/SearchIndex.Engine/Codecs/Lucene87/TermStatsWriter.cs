namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// Writes the statistics of the terms of a block (spec 6.3): one item for each run of terms that occur once, one item for each other term.
/// </summary>
internal sealed class TermStatsWriter
{
    private readonly BytesBuilder _bytes = new();
    private bool _hasFreqs;
    private int _run;

    /// <summary>Begins a field.</summary>
    public void StartField(FieldInfo field) => _hasFreqs = field.HasFreqs;

    /// <summary>Begins a block.</summary>
    public void StartBlock()
    {
        _bytes.Clear();
        _run = 0;
    }

    public void Add(in BlockTermState state)
    {
        if (state.DocFreq == 1 && state.TotalTermFreq == 1)
        {
            _run++;
            return;
        }

        EndRun();
        _bytes.WriteVInt32(state.DocFreq << 1);
        if (_hasFreqs)
        {
            _bytes.WriteVInt64(state.TotalTermFreq - state.DocFreq);
        }
    }

    /// <summary>Ends the block and returns its bytes.</summary>
    public ReadOnlySpan<byte> FinishBlock()
    {
        EndRun();
        return _bytes.Span;
    }

    private void EndRun()
    {
        if (_run > 0)
        {
            _bytes.WriteVInt32(((_run - 1) << 1) | 1);
            _run = 0;
        }
    }
}
