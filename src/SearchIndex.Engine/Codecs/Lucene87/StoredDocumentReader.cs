using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>Shows the fields of a serialized document to a visitor (spec 9.6); <see cref="StoredDocumentBuilder"/> makes them.</summary>
internal static class StoredDocumentReader
{
    private const int TypeBits = 3;
    private const int TypeMask = (1 << TypeBits) - 1;
    private const int StringType = 0;
    private const int BinaryType = 1;
    private const int Int32Type = 2;
    private const int SingleType = 3;
    private const int Int64Type = 4;
    private const int DoubleType = 5;

    // Short forms of floating-point numbers: a small integer, or a mark that says what follows.
    private const int ShortForm = 0x80;
    private const int NegativeMark = 0xFF;
    private const int SingleMark = 0xFE;

    // The first byte of a 64-bit number: two bits for the unit, one for "more follows", five of the number.
    private const int UnitShift = 6;
    private const int MoreFollows = 0x20;
    private const int FirstBits = 5;

    private static ReadOnlySpan<int> UnitMilliseconds => [1, 1000, 3_600_000, 86_400_000];

    /// <summary>Reads <paramref name="fieldCount"/> fields that must fill <paramref name="input"/>.</summary>
    public static void Visit(IndexInput input, int fieldCount, FieldInfos fields, StoredFieldVisitor visitor)
    {
        for (int index = 0; index < fieldCount; index++)
        {
            long head = input.ReadVInt64();
            long number = head >>> TypeBits;
            FieldInfo field = (number <= int.MaxValue ? fields.Find((int)number) : null)
                ?? throw new CorruptIndexException($"stored field of unknown number {number}", input.Name, input.Position);
            VisitField(input, (int)(head & TypeMask), field, visitor.Needs(field) ? visitor : null);
        }

        if (input.Position != input.Length)
        {
            throw new CorruptIndexException(
                $"{fieldCount} stored fields end here, the document has {input.Length} bytes", input.Name, input.Position);
        }
    }

    private static void VisitField(IndexInput input, int type, FieldInfo field, StoredFieldVisitor? visitor)
    {
        switch (type)
        {
            case StringType:
                ReadOnlySpan<byte> utf8 = input.ReadSpan(input.ReadVInt32());
                visitor?.StringField(field, utf8);
                break;
            case BinaryType:
                ReadOnlySpan<byte> bytes = input.ReadSpan(input.ReadVInt32());
                visitor?.BinaryField(field, bytes);
                break;
            case Int32Type:
                int number = input.ReadZInt32();
                visitor?.Int32Field(field, number);
                break;
            case SingleType:
                float single = ReadSingle(input);
                visitor?.SingleField(field, single);
                break;
            case Int64Type:
                long wide = ReadInt64(input);
                visitor?.Int64Field(field, wide);
                break;
            case DoubleType:
                double value = ReadDouble(input);
                visitor?.DoubleField(field, value);
                break;
            default:
                throw new CorruptIndexException($"stored field {field.Name} of unknown type {type}", input.Name, input.Position);
        }
    }

    private static float ReadSingle(IndexInput input)
    {
        int first = input.Peek(1) is [byte next] ? next : 0;
        if (first < ShortForm)
        {
            return BitConverter.Int32BitsToSingle(input.ReadInt32());
        }

        input.Skip(1);
        return first == NegativeMark ? BitConverter.Int32BitsToSingle(input.ReadInt32()) : (first & ~ShortForm) - 1;
    }

    private static double ReadDouble(IndexInput input)
    {
        int first = input.Peek(1) is [byte next] ? next : 0;
        if (first < ShortForm)
        {
            return BitConverter.Int64BitsToDouble(input.ReadInt64());
        }

        input.Skip(1);
        return first switch
        {
            NegativeMark => BitConverter.Int64BitsToDouble(input.ReadInt64()),
            SingleMark => BitConverter.Int32BitsToSingle(input.ReadInt32()),
            _ => (first & ~ShortForm) - 1,
        };
    }

    private static long ReadInt64(IndexInput input)
    {
        int first = input.ReadByte();
        ulong zigzag = (uint)(first & ((1 << FirstBits) - 1));
        if ((first & MoreFollows) != 0)
        {
            zigzag |= (ulong)input.ReadVInt64() << FirstBits;
        }

        long quotient = (long)(zigzag >> 1) ^ -(long)(zigzag & 1);
        return quotient * UnitMilliseconds[first >> UnitShift];
    }
}
