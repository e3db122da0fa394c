namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// What reader and writer of stored fields share (spec 9).
/// <code>
/// fdt   := Header("Lucene87StoredFieldsFastData" or "...HighData", 3, id, "") chunk* Footer
/// chunk := docBase:vint (docs shl 1 | sliced):vint numStoredFields:ints lengths:ints piece+
/// ints  := value:vint                           of one number
///        | 00 value:vint                        all equal
///        | width:vint packed                    else
/// fdx   := Header("Lucene85FieldsIndexIdx", 0, id, "") monotonic-data monotonic-data Footer
/// fdm   := Header("Lucene85FieldsIndexMeta", 3, id, "") chunkSize:vint packedIntsVersion:vint maxDoc:int blockShift:int
///          numChunks+1:int docsStart:long monotonic-meta docsEnd:long monotonic-meta startPointersEnd:long maxPointer:long
///          numDirtyChunks:vlong numDirtyDocs:vlong Footer
/// </code>
/// A chunk of 2 chunk sizes or more is cut in pieces of one chunk size. How a piece is compressed says
/// <see cref="PieceDecompressor"/>.
/// </summary>
internal static class Lucene87StoredFieldsFormat
{
    public const string DataExtension = "fdt";
    public const string IndexExtension = "fdx";
    public const string MetaExtension = "fdm";
    public const string FastDataCodec = "Lucene87StoredFieldsFastData";
    public const string HighDataCodec = "Lucene87StoredFieldsHighData";
    public const string IndexCodec = "Lucene85FieldsIndexIdx";
    public const string MetaCodec = "Lucene85FieldsIndexMeta";
    public const int DataVersion = 3;
    public const int IndexVersion = 0;
    public const int MetaVersion = 3;
    public const int PackedIntsVersion = 2;

    /// <summary>The attribute of the segment that names the mode.</summary>
    public const string ModeAttribute = "Lucene87StoredFieldsFormat.mode";

    /// <summary>The bytes of text at which the writer closes a chunk: ten blocks of 60 KiB.</summary>
    public const int ChunkSizeBytes = 10 * 60 * 1024;

    /// <summary>The documents at which the writer closes a chunk.</summary>
    public const int MaxDocsPerChunk = 1024;

    /// <summary>The blocks of a piece.</summary>
    public const int BlocksPerPiece = 10;

    /// <summary>Of how many bytes of a piece one goes into the dictionary.</summary>
    public const int BytesPerDictionaryByte = 160;

    /// <summary>How many chunks share a block of the index, as a power of two.</summary>
    public const int IndexBlockShift = 10;
}
