using System.Text;

namespace SearchIndex.Engine.Analysis.SmartCn;

/// <summary>
/// The sentence class of every code point, read from the embedded table that <c>tools/SearchIndex.Tools</c> writes. Its grammar:
/// <c>{ length class }*</c>, for neighbouring ranges from code point 0 to U+10FFFF, with <c>length</c> as a LEB128 varint and <c>class</c>
/// a byte, the number of the <see cref="SentenceClass"/>. Example: <c>09 00</c>, nine code points (0 to 8) of class O.
/// </summary>
internal sealed class SentenceClasses
{
    private const string ResourceName = "SearchIndex.Engine.Analysis.SmartCn.sentence-classes.bin";
    private const int BasicPlaneEnd = 0x10000;
    private const int CodePointEnd = 0x110000;

    private static readonly Lazy<SentenceClasses> Loaded = new(() => Parse(EmbeddedResource.ReadAll(ResourceName)));

    private readonly SentenceClass[] _basic = new SentenceClass[BasicPlaneEnd];
    private readonly List<int> _supplementaryEnds = [];
    private readonly List<SentenceClass> _supplementaryClasses = [];

    private SentenceClasses()
    {
    }

    /// <summary>Gets the table that is part of this assembly; it is read when first asked for.</summary>
    internal static SentenceClasses Shared => Loaded.Value;

    /// <summary>Reads a table from its packed form.</summary>
    /// <exception cref="InvalidDataException">The bytes are not such a table.</exception>
    internal static SentenceClasses Parse(ReadOnlySpan<byte> bytes)
    {
        var classes = new SentenceClasses();
        var reader = new PackedReader(bytes);
        int start = 0;
        while (start < CodePointEnd)
        {
            int length = reader.ReadVarInt();
            var kind = (SentenceClass)reader.ReadByte();
            if (length == 0 || length > CodePointEnd - start || kind > SentenceClass.Stop)
            {
                throw new InvalidDataException($"{length} code points of sentence class {(int)kind} at {start:X}");
            }

            classes.Add(start, start + length, kind);
            start += length;
        }

        return reader.IsAtEnd ? classes : throw new InvalidDataException("bytes behind the last sentence class");
    }

    /// <summary>Returns the class of a UTF-16 unit that is not half of a pair.</summary>
    internal SentenceClass OfUnit(char unit) => _basic[unit];

    /// <summary>Returns the class of a character outside the basic plane.</summary>
    internal SentenceClass OfSupplementary(Rune character)
    {
        int index = _supplementaryEnds.BinarySearch(character.Value + 1);
        return _supplementaryClasses[index < 0 ? ~index : index];
    }

    private void Add(int start, int end, SentenceClass kind)
    {
        if (start < BasicPlaneEnd)
        {
            _basic.AsSpan(start, Math.Min(end, BasicPlaneEnd) - start).Fill(kind);
        }

        if (end > BasicPlaneEnd)
        {
            _supplementaryEnds.Add(end);
            _supplementaryClasses.Add(kind);
        }
    }
}
