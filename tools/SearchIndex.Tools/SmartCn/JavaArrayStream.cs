using System.Buffers.Binary;
using System.Text;

namespace SearchIndex.Tools.SmartCn;

/// <summary>
/// Reads arrays of primitives, and arrays of such arrays, from a Java object stream (spec 12). Everything else that such a stream
/// may hold is refused.
/// </summary>
internal sealed class JavaArrayStream
{
    private const byte NullTag = 0x70;
    private const byte ReferenceTag = 0x71;
    private const byte ClassTag = 0x72;
    private const byte ArrayTag = 0x75;
    private const byte SerializableFlag = 0x02;
    private const byte EndOfBlockTag = 0x78;
    private const int FirstHandle = 0x7E0000;

    private readonly byte[] _bytes;
    private readonly Dictionary<int, string> _classNames = [];
    private int _nextHandle = FirstHandle;
    private int _position;

    internal JavaArrayStream(byte[] bytes)
    {
        _bytes = bytes;
        Expect(0xAC);
        Expect(0xED);
        Expect(0x00);
        Expect(0x05);
    }

    /// <summary>Reads the next object as an array of type <typeparamref name="T"/>.</summary>
    internal T Read<T>()
        where T : class =>
        ReadContent() as T ?? throw new InvalidDataException($"no {typeof(T).Name} before {_position}");

    private Array? ReadContent()
    {
        byte tag = TakeByte();
        if (tag == NullTag)
        {
            return null;
        }

        if (tag != ArrayTag)
        {
            throw new InvalidDataException($"tag {tag:X2} at {_position - 1}, an array was expected");
        }

        string className = ReadClass();
        _nextHandle++;
        int count = BinaryPrimitives.ReadInt32BigEndian(Take(sizeof(int)));
        if ((uint)count > (uint)_bytes.Length)
        {
            throw new InvalidDataException($"an array of {count} elements at {_position}");
        }

        return className switch
        {
            "[S" => ReadNumbers(count, sizeof(short), BinaryPrimitives.ReadInt16BigEndian),
            "[C" => ReadNumbers(count, sizeof(char), bytes => (char)BinaryPrimitives.ReadUInt16BigEndian(bytes)),
            "[I" => ReadNumbers(count, sizeof(int), BinaryPrimitives.ReadInt32BigEndian),
            "[J" => ReadNumbers(count, sizeof(long), BinaryPrimitives.ReadInt64BigEndian),
            ['[', '[', ..] => ReadArrays(count),
            _ => throw new InvalidDataException($"an array of class {className} at {_position}"),
        };
    }

    private string ReadClass()
    {
        byte tag = TakeByte();
        if (tag == ReferenceTag)
        {
            int handle = BinaryPrimitives.ReadInt32BigEndian(Take(sizeof(int)));
            return _classNames.TryGetValue(handle, out string? known)
                ? known
                : throw new InvalidDataException($"handle {handle:X} at {_position} is no class");
        }

        if (tag != ClassTag)
        {
            throw new InvalidDataException($"tag {tag:X2} at {_position - 1}, a class was expected");
        }

        int nameLength = BinaryPrimitives.ReadUInt16BigEndian(Take(sizeof(ushort)));
        string name = Encoding.ASCII.GetString(Take(nameLength));
        Take(sizeof(long)); // the version of the class
        _classNames.Add(_nextHandle++, name);
        Expect(SerializableFlag);
        Expect(0); // the number of fields, two bytes
        Expect(0);
        Expect(EndOfBlockTag);
        Expect(NullTag); // no super class
        return name;
    }

    private delegate T Decode<T>(ReadOnlySpan<byte> bytes);

    private T[] ReadNumbers<T>(int count, int size, Decode<T> decode)
    {
        var numbers = new T[count];
        for (int index = 0; index < count; index++)
        {
            numbers[index] = decode(Take(size));
        }

        return numbers;
    }

    private Array?[] ReadArrays(int count)
    {
        var arrays = new Array?[count];
        for (int index = 0; index < count; index++)
        {
            arrays[index] = ReadContent();
        }

        return arrays;
    }

    private void Expect(byte expected)
    {
        byte found = TakeByte();
        if (found != expected)
        {
            throw new InvalidDataException($"byte {found:X2} at {_position - 1}, {expected:X2} was expected");
        }
    }

    private byte TakeByte() => Take(1)[0];

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _bytes.Length - _position)
        {
            throw new InvalidDataException($"the stream ends at {_bytes.Length}, {count} bytes were expected at {_position}");
        }

        ReadOnlySpan<byte> taken = _bytes.AsSpan(_position, count);
        _position += count;
        return taken;
    }
}
