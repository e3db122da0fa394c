using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// A block of the terms dictionary (spec 6.3) with a cursor over its entries. Suffixes are copied out of the file; statistics and
/// metadata are decoded when a term's are asked for. Used again and again by one enum.
/// </summary>
internal sealed class TermsBlock
{
    private const int LeafFlag = 4;
    private const int AlgorithmMask = 3;

    /// <summary>The most bytes of the lengths of one entry: that of the suffix, and the way back to a sub-block.</summary>
    private const int MaxLengthBytes = 5 + 10;

    private readonly IndexInput _input;
    private readonly long _maxEntries;
    private readonly TermStateDecoder _states;
    private byte[] _suffixes = new byte[256];
    private int _suffixesLength;
    private byte[] _lengths = new byte[64];
    private int _lengthsLength;
    private int _lengthsPosition;
    private int _equalLength;
    private bool _isLeaf;
    private int _nextEntry;
    private int _suffixStart;
    private int _terms;

    /// <summary>Creates an empty block.</summary>
    /// <param name="input">A cursor of the enum's own over <c>.tim</c>.</param>
    /// <param name="states">The decoder of the field's terms, for this block alone.</param>
    /// <param name="termCount">The number of terms of the field.</param>
    public TermsBlock(IndexInput input, TermStateDecoder states, long termCount)
    {
        _input = input;
        _states = states;
        _maxEntries = 2 * termCount; // Each sub-block holds at least one term.
        Pointer = -1;
    }

    /// <summary>Gets where the block starts, -1 before the first load.</summary>
    public long Pointer { get; private set; }

    /// <summary>Gets where the block ends; a further floor block starts there.</summary>
    public long End { get; private set; }

    /// <summary>Gets the length of the prefix that all entries share.</summary>
    public int PrefixLength { get; private set; }

    /// <summary>Gets whether no further floor block of the prefix follows.</summary>
    public bool IsLast { get; private set; }

    /// <summary>Gets the number of entries.</summary>
    public int EntryCount { get; private set; }

    /// <summary>Gets whether all entries were visited.</summary>
    public bool AtEnd => _nextEntry == EntryCount;

    /// <summary>Gets whether the current entry is a sub-block.</summary>
    public bool IsSubBlock { get; private set; }

    /// <summary>Gets where the sub-block starts that the current entry points to.</summary>
    public long SubBlockPointer { get; private set; }

    /// <summary>Gets the suffix of the current entry; valid until the next load.</summary>
    public ReadOnlySpan<byte> Suffix => _suffixes.AsSpan(_suffixStart, SuffixLength);

    /// <summary>Gets the length of the current suffix.</summary>
    public int SuffixLength { get; private set; }

    /// <summary>Gets what is known of the term at the cursor.</summary>
    public ref readonly BlockTermState State => ref _states.Decode(_input, _terms);

    /// <summary>Loads a block, unless it is here already, and moves before its first entry.</summary>
    public void Load(long pointer, int prefixLength)
    {
        if (pointer != Pointer)
        {
            Pointer = -1; // What follows may fail half-way.
            _input.Position = pointer;
            ReadEntryCount();
            ReadSuffixes();
            _states.Load(_input);
            End = _input.Position;
            Pointer = pointer;
        }

        PrefixLength = prefixLength;
        Rewind();
    }

    /// <summary>Moves before the first entry.</summary>
    public void Rewind()
    {
        _states.Rewind();
        _lengthsPosition = 0;
        _nextEntry = 0;
        _suffixStart = 0;
        SuffixLength = 0;
        _terms = 0;
        IsSubBlock = false;
    }

    /// <summary>Moves to the next entry, which must exist.</summary>
    public void MoveNext()
    {
        var lengths = new SpanReader(_lengths.AsSpan(0, _lengthsLength), _input, _lengthsPosition);
        int code = lengths.ReadVInt32();
        IsSubBlock = !_isLeaf && (code & 1) != 0;
        int length = _isLeaf ? code : code >>> 1;
        _suffixStart += SuffixLength;
        if ((uint)length > (uint)(_suffixesLength - _suffixStart) || PrefixLength + length > Lucene84Format.MaxTermLength)
        {
            throw Damaged($"a suffix of {length} bytes does not fit");
        }

        SuffixLength = length;
        if (IsSubBlock)
        {
            ReadSubBlock(lengths.ReadVInt64());
        }
        else
        {
            _terms++;
        }

        _nextEntry++;
        _lengthsPosition = lengths.Position;
    }

    /// <summary>Moves to the term with this suffix; returns false when there is none.</summary>
    public bool FindTerm(ReadOnlySpan<byte> suffix)
    {
        if (_isLeaf && _equalLength > 0)
        {
            return FindAmongEqualLengths(suffix);
        }

        while (!AtEnd)
        {
            MoveNext();
            int order = Suffix.SequenceCompareTo(suffix);
            if (order == 0 && !IsSubBlock)
            {
                return true;
            }

            if (order > 0)
            {
                return false;
            }
        }

        return false;
    }

    private bool FindAmongEqualLengths(ReadOnlySpan<byte> suffix)
    {
        if (suffix.Length != _equalLength)
        {
            return false;
        }

        int low = 0;
        int high = EntryCount - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            int order = _suffixes.AsSpan(middle * _equalLength, _equalLength).SequenceCompareTo(suffix);
            if (order == 0)
            {
                _suffixStart = middle * _equalLength;
                SuffixLength = _equalLength;
                _terms = middle + 1;
                _nextEntry = middle + 1;
                _lengthsPosition = middle + 1;
                return true;
            }

            if (order < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return false;
    }

    private void ReadEntryCount()
    {
        int code = _input.ReadVInt32();
        EntryCount = code >>> 1;
        IsLast = (code & 1) != 0;
        if (EntryCount == 0 || EntryCount > _maxEntries)
        {
            throw Damaged($"a block with {EntryCount} entries");
        }
    }

    private void ReadSuffixes()
    {
        ulong token = (ulong)_input.ReadVInt64();
        _isLeaf = (token & LeafFlag) != 0;
        long length = (long)(token >> 3);
        if (length > (long)EntryCount * Lucene84Format.MaxTermLength)
        {
            throw Damaged($"{EntryCount} suffixes with {length} bytes");
        }

        SuffixDecompressor.Read(_input, (int)(token & AlgorithmMask), length, ref _suffixes);
        _suffixesLength = (int)length;
        ReadLengths();
    }

    private void ReadLengths()
    {
        int code = _input.ReadVInt32();
        _lengthsLength = code >>> 1;
        bool allEqual = (code & 1) != 0;
        if (_lengthsLength < EntryCount || _lengthsLength > (long)EntryCount * MaxLengthBytes)
        {
            throw Damaged($"{_lengthsLength} bytes for the lengths of {EntryCount} entries");
        }

        ReadOnlySpan<byte> stored = _input.ReadSpan(allEqual ? 1 : _lengthsLength);
        if (_lengths.Length < _lengthsLength)
        {
            _lengths = new byte[Math.Max(_lengthsLength, 2 * _lengths.Length)];
        }

        if (!allEqual)
        {
            stored.CopyTo(_lengths);
            _equalLength = 0;
            return;
        }

        _lengths.AsSpan(0, _lengthsLength).Fill(stored[0]);
        bool fits = stored[0] < 0x80 && _lengthsLength == EntryCount && (long)stored[0] * EntryCount == _suffixesLength;
        _equalLength = fits ? stored[0] : 0;
    }

    private void ReadSubBlock(long back)
    {
        if (back <= 0 || back > Pointer || SuffixLength == 0)
        {
            throw Damaged($"a sub-block {back} bytes back, with {SuffixLength} bytes of suffix");
        }

        SubBlockPointer = Pointer - back;
    }

    private CorruptIndexException Damaged(string problem) => new(problem, _input.Name, Math.Max(Pointer, 0));
}
