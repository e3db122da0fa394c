using System.Buffers;
using System.Text;

namespace SearchIndex.Engine.Codecs;

/// <summary>Serializes the stored fields of one document (spec 9.6). Reused from document to document; for one thread.</summary>
public sealed class StoredDocumentBuilder
{
    private const int StringType = 0;
    private const int BinaryType = 1;
    private const int Int64Type = 4;
    private const int TypeBits = 3;

    private readonly ArrayBufferWriter<byte> _bytes = new(4096);

    /// <summary>Gets the number of fields added since <see cref="Clear"/>.</summary>
    public int FieldCount { get; private set; }

    /// <summary>Gets the serialized fields, valid until the next change.</summary>
    public ReadOnlySpan<byte> Serialized => _bytes.WrittenSpan;

    /// <summary>Begins an empty document.</summary>
    public void Clear()
    {
        _bytes.ResetWrittenCount();
        FieldCount = 0;
    }

    /// <summary>Adds a string.</summary>
    public void AddString(int fieldNumber, string value)
    {
        StartField(fieldNumber, StringType);
        int length = Encoding.UTF8.GetByteCount(value);
        WriteVariable((ulong)length);
        Encoding.UTF8.GetBytes(value, _bytes.GetSpan(length));
        _bytes.Advance(length);
    }

    /// <summary>Adds a string that is UTF-8 already.</summary>
    public void AddUtf8(int fieldNumber, ReadOnlySpan<byte> utf8) => AddBytes(fieldNumber, StringType, utf8);

    /// <summary>Adds bytes.</summary>
    public void AddBinary(int fieldNumber, ReadOnlySpan<byte> value) => AddBytes(fieldNumber, BinaryType, value);

    /// <summary>Adds a 64-bit number; multiples of a second, an hour or a day in milliseconds become short.</summary>
    public void AddInt64(int fieldNumber, long value)
    {
        StartField(fieldNumber, Int64Type);
        (long quotient, int unit) = DivideByTimeUnit(value);
        ulong zigzag = (ulong)((quotient << 1) ^ (quotient >> 63));
        int head = unit | (int)(zigzag & 0x1F);
        ulong rest = zigzag >> 5;
        Span<byte> first = _bytes.GetSpan(1);
        first[0] = (byte)(rest == 0 ? head : head | 0x20);
        _bytes.Advance(1);
        if (rest != 0)
        {
            WriteVariable(rest);
        }
    }

    private static (long Quotient, int Unit) DivideByTimeUnit(long value)
    {
        const long second = 1000, hour = 3600 * second, day = 24 * hour;
        if (value % second != 0)
        {
            return (value, 0x00);
        }

        if (value % day == 0)
        {
            return (value / day, 0xC0);
        }

        return value % hour == 0 ? (value / hour, 0x80) : (value / second, 0x40);
    }

    private void AddBytes(int fieldNumber, int type, ReadOnlySpan<byte> value)
    {
        StartField(fieldNumber, type);
        WriteVariable((ulong)value.Length);
        _bytes.Write(value);
    }

    private void StartField(int fieldNumber, int type)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(fieldNumber);
        WriteVariable(((ulong)fieldNumber << TypeBits) | (uint)type);
        FieldCount++;
    }

    private void WriteVariable(ulong value)
    {
        Span<byte> room = _bytes.GetSpan(10);
        int length = 0;
        while (value >= 0x80)
        {
            room[length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        room[length++] = (byte)value;
        _bytes.Advance(length);
    }
}
