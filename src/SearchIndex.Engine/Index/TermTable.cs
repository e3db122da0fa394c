using System.Text;

namespace SearchIndex.Engine.Index;

/// <summary>
/// Gives each distinct term of a field in a buffer a number, from 0 in the order of first sight. Open addressing over the UTF-16 units;
/// UTF-8 is made once a term, at the flush. Terms of one or two units, which most are, stand in the slot itself: finding one touches one
/// cache line instead of four.
/// </summary>
internal sealed class TermTable
{
    /// <summary>The longest term in bytes of UTF-8 (spec 3.5).</summary>
    public const int MaxTermBytes = 32766;

    private const int InitialSlotBits = 10;
    private const int InitialTerms = 1 << (InitialSlotBits - 1);
    private const int KeyBytes = sizeof(ulong);

    // A slot: the key (32 bits), the kind of key (2), and the number of the term (30). A key is the one or two units of a term, or a hash
    // of more; a free slot is 0, which no kind is.
    private const int KeyShift = 32;
    private const int KindShift = 30;
    private const uint IdMask = (1u << KindShift) - 1;
    private const ulong OneUnit = 1UL << KindShift;
    private const ulong TwoUnits = 2UL << KindShift;
    private const ulong HashOfMore = 3UL << KindShift;

    // 2^64 divided by the golden ratio, after Knuth: the top bits of the product depend on all bits of the key.
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    private ulong[] _slots = new ulong[1 << InitialSlotBits];
    private int _slotShift = 64 - InitialSlotBits;
    private int[] _starts = new int[InitialTerms + 1];
    private char[] _chars = new char[InitialTerms * 4];

    /// <summary>Gets the number of terms.</summary>
    public int Count { get; private set; }

    /// <summary>Gets the memory that the table takes.</summary>
    public long MemoryBytes => ((long)_slots.Length * sizeof(ulong)) + ((long)_starts.Length * sizeof(int)) + ((long)_chars.Length * sizeof(char));

    /// <summary>Returns the number of a term. Lone surrogates count as U+FFFD, as they will in UTF-8.</summary>
    /// <exception cref="ArgumentException">The term is longer than <see cref="MaxTermBytes"/>.</exception>
    public int GetOrAdd(ReadOnlySpan<char> term)
    {
        ulong key = KeyOf(term);
        bool isWhole = term.Length is 1 or 2;
        ulong[] slots = _slots;
        int mask = slots.Length - 1;
        for (int at = SlotOf(key); ; at = (at + 1) & mask)
        {
            ulong slot = slots[at];
            if (slot == 0)
            {
                return Add(term, key, at);
            }

            int id = (int)((uint)slot & IdMask);
            if ((slot & ~(ulong)IdMask) == key && (isWhole || term.SequenceEqual(Chars(id))))
            {
                return id;
            }
        }
    }

    /// <summary>Returns all terms in the order of their UTF-8 bytes, and those bytes.</summary>
    public SortedTerms Sort()
    {
        var ids = new int[Count];
        var starts = new int[Count + 1];
        var utf8 = new byte[Encoding.UTF8.GetMaxByteCount(_starts[Count])];
        var keys = new ulong[Count];
        int end = 0;
        for (int id = 0; id < Count; id++)
        {
            ids[id] = id;
            int length = Encoding.UTF8.GetBytes(Chars(id), utf8.AsSpan(end));
            keys[id] = LeadingBytes(utf8.AsSpan(end, length));
            end += length;
            starts[id + 1] = end;
        }

        // Eight leading bytes decide nearly all comparisons (two Han characters are six bytes); the runs that they leave equal are
        // sorted by the whole terms.
        Array.Sort(keys, ids);
        var terms = new SortedTerms(ids, utf8, starts);
        SortEqualKeys(keys, terms);
        return terms;
    }

    private static void SortEqualKeys(ulong[] keys, SortedTerms terms)
    {
        int start = 0;
        for (int end = 1; end <= keys.Length; end++)
        {
            if (end < keys.Length && keys[end] == keys[start])
            {
                continue;
            }

            if (end - start > 1)
            {
                Array.Sort(terms.Ids, start, end - start, terms);
            }

            start = end;
        }
    }

    private static ulong LeadingBytes(ReadOnlySpan<byte> term)
    {
        ulong key = 0;
        for (int index = 0; index < KeyBytes; index++)
        {
            key = (key << 8) | (index < term.Length ? term[index] : (byte)0);
        }

        return key;
    }

    private static ulong KeyOf(ReadOnlySpan<char> term) => term.Length switch
    {
        1 => ((ulong)term[0] << KeyShift) | OneUnit,
        2 => ((((ulong)term[0] << 16) | term[1]) << KeyShift) | TwoUnits,
        _ => ((ulong)Hash(term) << KeyShift) | HashOfMore,
    };

    private static uint Hash(ReadOnlySpan<char> term)
    {
        uint hash = (uint)term.Length;
        foreach (char unit in term)
        {
            hash = (hash + unit) * 0x9E3779B1; // 2^32 / golden ratio
            hash ^= hash >> 15;
        }

        return hash;
    }

    private static bool HasLoneSurrogate(ReadOnlySpan<char> term)
    {
        for (int index = 0; index < term.Length; index++)
        {
            if (!char.IsSurrogate(term[index]))
            {
                continue;
            }

            if (index + 1 == term.Length || !char.IsSurrogatePair(term[index], term[index + 1]))
            {
                return true;
            }

            index++;
        }

        return false;
    }

    private ReadOnlySpan<char> Chars(int id) => _chars.AsSpan(_starts[id], _starts[id + 1] - _starts[id]);

    private int SlotOf(ulong key) => (int)((key * Multiplier) >> _slotShift);

    private int Add(ReadOnlySpan<char> term, ulong key, int slot)
    {
        if (HasLoneSurrogate(term))
        {
            return GetOrAdd(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(term.ToArray())));
        }

        if (term.Length > MaxTermBytes / 3 && Encoding.UTF8.GetByteCount(term) > MaxTermBytes)
        {
            throw new ArgumentException(
                $"a term of {Encoding.UTF8.GetByteCount(term)} bytes is longer than {MaxTermBytes}; it starts with '{term[..40]}'");
        }

        int id = Count++;
        int start = _starts[id];
        EnsureRoom(id, start + term.Length);
        term.CopyTo(_chars.AsSpan(start));
        _starts[id + 1] = start + term.Length;
        _slots[slot] = key | (uint)id;
        if (Count * 2 > _slots.Length)
        {
            Rehash();
        }

        return id;
    }

    private void EnsureRoom(int id, int charCount)
    {
        if (id + 1 >= _starts.Length)
        {
            Array.Resize(ref _starts, _starts.Length * 2);
        }

        if (charCount > _chars.Length)
        {
            Array.Resize(ref _chars, Math.Max(charCount, _chars.Length * 2));
        }
    }

    private void Rehash()
    {
        ulong[] old = _slots;
        _slots = new ulong[old.Length * 2];
        _slotShift--;
        int mask = _slots.Length - 1;
        foreach (ulong slot in old)
        {
            if (slot == 0)
            {
                continue;
            }

            int at = SlotOf(slot & ~(ulong)IdMask);
            while (_slots[at] != 0)
            {
                at = (at + 1) & mask;
            }

            _slots[at] = slot;
        }
    }
}
