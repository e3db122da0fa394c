using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// What reader and writer of doc values share (spec 8).
/// <code>
/// dvm    := Header("Lucene80DocValuesMetadata", 2, id, "Lucene80_0") (field:int type:byte record)* -1:int Footer
/// dvd    := Header("Lucene80DocValuesData", 2, id, "Lucene80_0") data* Footer
/// record := NumericEntry | BinaryEntry | SortedEntry | SortedSetEntry | SortedNumericEntry
/// </code>
/// </summary>
internal static class Lucene80DocValuesFormat
{
    public const string Name = "Lucene80";
    public const string MetaExtension = "dvm";
    public const string DataExtension = "dvd";
    public const string MetaCodec = "Lucene80DocValuesMetadata";
    public const string DataCodec = "Lucene80DocValuesData";
    public const int FormatVersion = 2;
    public const int EndOfFields = -1;

    public const byte NumericType = 0;
    public const byte BinaryType = 1;
    public const byte SortedType = 2;
    public const byte SortedSetType = 3;
    public const byte SortedNumericType = 4;

    /// <summary>Marks a sorted set whose documents have one value at most.</summary>
    public const byte SingleValued = 0;

    /// <summary>Marks a sorted set in which some document has several values.</summary>
    public const byte MultiValued = 1;

    /// <summary>The attribute that binary fields must have: whether their values are compressed.</summary>
    public const string ModeAttribute = "Lucene80DocValuesFormat.mode";

    /// <summary>How many values share a block of addresses, as a power of two.</summary>
    public const int AddressesShift = 16;

    /// <summary>How many terms share a block of the terms dictionary, as a power of two.</summary>
    public const int TermsBlockShift = 4;

    /// <summary>Every how many terms the reverse index has a key, as a power of two.</summary>
    public const int ReverseIndexShift = 10;

    /// <summary>The most distinct values that a numeric field keeps as a table.</summary>
    public const int MaxTableSize = 256;

    /// <summary>Checks that a range of bytes lies inside of the data.</summary>
    /// <exception cref="CorruptIndexException">It does not.</exception>
    public static void CheckRange(IndexInput data, long offset, long length)
    {
        if (offset < 0 || length < 0 || offset > data.Length - length)
        {
            throw new CorruptIndexException($"{length} bytes of doc values lie outside of the {data.Length}", data.Name, offset);
        }
    }

    /// <summary>Checks that packed numbers of a width lie inside of a range of bytes.</summary>
    /// <exception cref="CorruptIndexException">They do not.</exception>
    public static void CheckPacked(IndexInput data, long offset, long length, long count, int bitsPerValue)
    {
        CheckRange(data, offset, length);

        // The first comparison keeps the product of the second from overflowing.
        if (bitsPerValue != 0 && (count > length * 8 || DirectWriter.BytesOfValues(count, bitsPerValue) > length))
        {
            throw new CorruptIndexException($"{count} values of {bitsPerValue} bits do not fit {length} bytes", data.Name, offset);
        }
    }

    /// <summary>Checks how many documents have a value.</summary>
    /// <exception cref="CorruptIndexException">The count contradicts the set, or the segment.</exception>
    public static void CheckCount(IndexInput meta, DocsWithFieldEntry docs, long count, int maxDoc)
    {
        bool plausible = docs.Offset switch
        {
            DocsWithFieldEntry.NoDocuments => count == 0,
            DocsWithFieldEntry.AllDocuments => count == maxDoc,
            _ => count >= 0 && count <= maxDoc,
        };
        if (!plausible)
        {
            throw new CorruptIndexException($"{count} of {maxDoc} documents have a value: {docs}", meta.Name, meta.Position);
        }
    }
}
