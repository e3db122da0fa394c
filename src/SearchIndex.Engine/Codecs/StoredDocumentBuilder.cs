using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace SearchIndex.Engine.Codecs;

/// <summary>Serializes the stored fields of one document (spec 9.6). Reused from document to document; for one thread.</summary>
public sealed class StoredDocumentBuilder
{
    private const int StringType = 0;
    private const int BinaryType = 1;
    private const int Int32Type = 2;
    private const int SingleType = 3;
    private const int Int64Type = 4;
    private const int DoubleType = 5;
    private const int TypeBits = 3;

    // The largest integers that fit the one-byte form; above them the codes mark longer forms.
    private const int SmallSingleLimit = 125;
    private const int SmallDoubleLimit = 124;

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
        WriteByte((byte)(rest == 0 ? head : head | 0x20));
        if (rest != 0)
        {
            WriteVariable(rest);
        }
    }

    /// <summary>Adds a 32-bit number.</summary>
    public void AddInt32(int fieldNumber, int value)
    {
        StartField(fieldNumber, Int32Type);
        WriteVariable((uint)((value << 1) ^ (value >> 31)));
    }

    /// <summary>Adds a single-precision number; small integers become one byte.</summary>
    public void AddSingle(int fieldNumber, float value)
    {
        StartField(fieldNumber, SingleType);
        int bits = BitConverter.SingleToInt32Bits(value);
        if (IsSmallInteger(value, SmallSingleLimit))
        {
            WriteByte((byte)(0x80 | ((int)value + 1)));
            return;
        }

        if (bits < 0)
        {
            WriteByte(0xFF);
        }

        BinaryPrimitives.WriteInt32BigEndian(_bytes.GetSpan(4), bits);
        _bytes.Advance(4);
    }

    /// <summary>Adds a double-precision number; small integers become one byte, what single precision can hold five.</summary>
    public void AddDouble(int fieldNumber, double value)
    {
        StartField(fieldNumber, DoubleType);
        long bits = BitConverter.DoubleToInt64Bits(value);
        if (IsSmallInteger(value, SmallDoubleLimit))
        {
            WriteByte((byte)(0x80 | ((int)value + 1)));
            return;
        }

        if (BitConverter.DoubleToInt64Bits((float)value) == bits)
        {
            WriteByte(0xFE);
            BinaryPrimitives.WriteInt32BigEndian(_bytes.GetSpan(4), BitConverter.SingleToInt32Bits((float)value));
            _bytes.Advance(4);
            return;
        }

        if (bits < 0)
        {
            WriteByte(0xFF);
        }

        BinaryPrimitives.WriteInt64BigEndian(_bytes.GetSpan(8), bits);
        _bytes.Advance(8);
    }

    private static bool IsSmallInteger(double value, int limit) =>
        value >= -1 && value <= limit && value == Math.Floor(value) && !(value == 0 && double.IsNegative(value));

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

    private void WriteByte(byte value)
    {
        _bytes.GetSpan(1)[0] = value;
        _bytes.Advance(1);
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
