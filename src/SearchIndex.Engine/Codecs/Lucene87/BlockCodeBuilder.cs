namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// Builds the code of a prefix (spec 6.4): where its first block lies, and under which labels the further floor blocks lie.
/// </summary>
internal sealed class BlockCodeBuilder
{
    private readonly BytesBuilder _code = new();
    private readonly BytesBuilder _floors = new();
    private long _firstPointer;
    private bool _firstHasTerms;
    private int _furtherBlocks;

    /// <summary>Gets where the first block lies.</summary>
    public long FirstPointer => _firstPointer;

    /// <summary>Begins a prefix with its first block.</summary>
    public void Start(long pointer, bool hasTerms)
    {
        _firstPointer = pointer;
        _firstHasTerms = hasTerms;
        _furtherBlocks = 0;
        _floors.Clear();
    }

    /// <summary>Adds a further floor block, whose entries start with <paramref name="label"/> or larger bytes.</summary>
    public void AddFloor(byte label, long pointer, bool hasTerms)
    {
        _furtherBlocks++;
        _floors.WriteByte(label);
        _floors.WriteVInt64(((pointer - _firstPointer) << 1) | (hasTerms ? 1L : 0L));
    }

    /// <summary>Returns the code; valid until the next start.</summary>
    public ReadOnlySpan<byte> Build()
    {
        _code.Clear();
        _code.WriteVInt64((_firstPointer << 2) | (_firstHasTerms ? 2L : 0L) | (_furtherBlocks > 0 ? 1L : 0L));
        if (_furtherBlocks > 0)
        {
            _code.WriteVInt32(_furtherBlocks);
            _code.WriteBytes(_floors.Span);
        }

        return _code.Span;
    }
}
