using System.Numerics;
using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// Packs unsigned numbers of one width into a big-endian bit stream for random access (spec 8.1):
/// <c>value* padding-to-byte 00 00 00</c>. Example: 1, 2, 3 in 12 bits are <c>00 10 02 00 30 00 00 00</c>.
/// </summary>
internal sealed class DirectWriter
{
    /// <summary>The zero bytes behind the numbers, which let Java load 32 bits anywhere.</summary>
    public const int PaddingBytes = 3;

    private const int BitsPerByte = 8;

    private static readonly int[] Widths = [1, 2, 4, 8, 12, 16, 20, 24, 28, 32, 40, 48, 56, 64];

    private readonly IndexOutput _output;
    private readonly int _bits;
    private ulong _pending;
    private int _pendingBits;

    public DirectWriter(IndexOutput output, int bitsPerValue)
    {
        if (!IsWidth(bitsPerValue))
        {
            throw new ArgumentOutOfRangeException(nameof(bitsPerValue), bitsPerValue, "is not a width of this format");
        }

        _output = output;
        _bits = bitsPerValue;
    }

    /// <summary>Tells whether the format has this width.</summary>
    public static bool IsWidth(int bitsPerValue) => Array.IndexOf(Widths, bitsPerValue) >= 0;

    /// <summary>Returns the smallest width, 1 or more, that holds <paramref name="maxValue"/>.</summary>
    public static int BitsRequired(ulong maxValue)
    {
        int needed = 64 - BitOperations.LeadingZeroCount(maxValue);
        return Array.Find(Widths, width => width >= needed);
    }

    /// <summary>Returns how many bytes <paramref name="count"/> numbers take, the padding included.</summary>
    public static long ByteCount(long count, int bitsPerValue) => BytesOfValues(count, bitsPerValue) + PaddingBytes;

    /// <summary>Returns how many bytes <paramref name="count"/> numbers take without the padding; exact for every count.</summary>
    public static long BytesOfValues(long count, int bitsPerValue)
    {
        // count * bitsPerValue could overflow, count / 8 * bitsPerValue cannot for any count that a file can hold.
        long whole = count / BitsPerByte * bitsPerValue;
        return whole + ((((count % BitsPerByte) * bitsPerValue) + BitsPerByte - 1) / BitsPerByte);
    }

    /// <summary>Adds a number; it must fit the width.</summary>
    public void Add(ulong value)
    {
        if (_bits % BitsPerByte == 0)
        {
            // Whole bytes: nothing is ever pending.
            for (int shift = _bits - BitsPerByte; shift >= 0; shift -= BitsPerByte)
            {
                _output.WriteByte((byte)(value >> shift));
            }

            return;
        }

        _pending = (_pending << _bits) | value;
        _pendingBits += _bits;
        while (_pendingBits >= BitsPerByte)
        {
            _pendingBits -= BitsPerByte;
            _output.WriteByte((byte)(_pending >> _pendingBits));
        }
    }

    /// <summary>Writes the last, partly filled byte and the padding.</summary>
    public void Finish()
    {
        if (_pendingBits > 0)
        {
            _output.WriteByte((byte)(_pending << (BitsPerByte - _pendingBits)));
            _pendingBits = 0;
        }

        for (int index = 0; index < PaddingBytes; index++)
        {
            _output.WriteByte(0);
        }
    }
}
