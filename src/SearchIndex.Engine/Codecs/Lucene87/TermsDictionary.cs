using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// A cursor over the distinct values of a sorted field (spec 8.8). Ordinals in ascending order are read one behind the other; any
/// other goes back to the start of its block. For one thread.
/// <code>
/// block := length:vint bytes (prefix-and-suffix:byte [prefix-15:vint] [suffix-16:vint] bytes)*
/// </code>
/// </summary>
internal sealed class TermsDictionary
{
    public const int MaxInlinePrefix = 15;
    public const int MaxInlineSuffix = 16;

    private readonly TermsDictionaryEntry _entry;
    private readonly IndexInput _terms;
    private readonly IndexInput _keys;
    private readonly byte[] _term;
    private int _length;
    private long _ord = -1;

    public TermsDictionary(TermsDictionaryEntry entry, IndexInput data)
    {
        _entry = entry;
        _terms = data.Slice(data.Name, entry.TermsOffset, entry.TermsLength);
        _keys = data.Slice(data.Name, entry.KeysOffset, entry.KeysLength);
        _term = new byte[entry.MaxTermLength];
    }

    public long Count => _entry.Count;

    private ReadOnlySpan<byte> Term => _term.AsSpan(0, _length);

    /// <summary>Returns the bytes of an ordinal below <see cref="Count"/>, valid until the next call.</summary>
    public ReadOnlySpan<byte> Lookup(long ord)
    {
        if ((ulong)ord >= (ulong)Count)
        {
            throw new ArgumentOutOfRangeException(nameof(ord), ord, $"there are {Count} values");
        }

        MoveTo(ord);
        return Term;
    }

    /// <summary>Returns the ordinal of a term, or <c>-1 - (the ordinal where it would stand)</c>.</summary>
    public long Find(ReadOnlySpan<byte> term)
    {
        if (Count == 0)
        {
            return -1;
        }

        long firstOrd = FindKey(term) << _entry.IndexShift;
        long lastOrd = Math.Min(firstOrd + (1L << _entry.IndexShift), Count) - 1;
        long ord = FindBlock(term, firstOrd >> _entry.BlockShift, lastOrd >> _entry.BlockShift) << _entry.BlockShift;
        for (ord = Math.Max(ord, firstOrd); ord <= lastOrd; ord++)
        {
            MoveTo(ord);
            int order = Term.SequenceCompareTo(term);
            if (order >= 0)
            {
                return order == 0 ? ord : -1 - ord;
            }
        }

        return -1 - ord;
    }

    // Finds the last key of the reverse index that is not above the term. The first key is empty.
    private long FindKey(ReadOnlySpan<byte> term)
    {
        long low = 1;
        long high = _entry.KeyStarts.Count - 2;
        while (low <= high)
        {
            long middle = (low + high) >>> 1;
            long start = _entry.KeyStarts.Get(middle);
            long length = _entry.KeyStarts.Get(middle + 1) - start;
            if (length < 0 || length > _keys.Length)
            {
                throw new CorruptIndexException($"key of {length} bytes", _keys.Name, start);
            }

            if (_keys.SpanAt(start, (int)length).SequenceCompareTo(term) <= 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return high;
    }

    // Finds the last of the blocks whose first term is not above the term, or the first block.
    private long FindBlock(ReadOnlySpan<byte> term, long firstBlock, long lastBlock)
    {
        long low = firstBlock + 1;
        long high = lastBlock;
        while (low <= high)
        {
            long middle = (low + high) >>> 1;
            MoveTo(middle << _entry.BlockShift);
            if (Term.SequenceCompareTo(term) <= 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return high;
    }

    private void MoveTo(long ord)
    {
        long current = _ord;
        if (ord == current)
        {
            return;
        }

        _ord = -1; // Damage found below must not leave a half-read term behind.
        if (current < 0 || ord < current || ord >> _entry.BlockShift != current >> _entry.BlockShift)
        {
            _terms.Position = _entry.BlockStarts.Get(ord >> _entry.BlockShift);
            ReadFirstTerm();
            current = ord >> _entry.BlockShift << _entry.BlockShift;
        }

        for (; current < ord; current++)
        {
            ReadNextTerm();
        }

        _ord = ord;
    }

    private void ReadFirstTerm()
    {
        int length = _terms.ReadVInt32();
        CheckLength(length);
        _terms.ReadSpan(length).CopyTo(_term);
        _length = length;
    }

    private void ReadNextTerm()
    {
        int lengths = _terms.ReadByte();
        int prefix = lengths & MaxInlinePrefix;
        int suffix = (lengths >> 4) + 1;
        if (prefix == MaxInlinePrefix)
        {
            prefix += CheckLength(_terms.ReadVInt32());
        }

        if (suffix == MaxInlineSuffix)
        {
            suffix += CheckLength(_terms.ReadVInt32());
        }

        if (prefix > _length)
        {
            throw new CorruptIndexException($"prefix of {prefix} out of {_length} bytes", _terms.Name, _terms.Position);
        }

        CheckLength(prefix + suffix);
        _terms.ReadSpan(suffix).CopyTo(_term.AsSpan(prefix));
        _length = prefix + suffix;
    }

    private int CheckLength(int length) =>
        (uint)length <= (uint)_term.Length
            ? length
            : throw new CorruptIndexException($"term of {length} bytes, the longest has {_term.Length}", _terms.Name, _terms.Position);
}
