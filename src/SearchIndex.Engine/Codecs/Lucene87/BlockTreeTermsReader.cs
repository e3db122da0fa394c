using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// The inverted index of the fields that share one group of files (spec 5, 6). Safe for several threads: what it opened is never moved,
/// every enum takes cursors of its own.
/// </summary>
internal sealed class BlockTreeTermsReader : IDisposable
{
    private readonly SegmentState _state;
    private readonly string _suffix;
    private readonly List<IndexInput> _inputs = [];
    private readonly Dictionary<string, BlockTreeTerms> _fields = new(StringComparer.Ordinal);
    private readonly IndexInput _terms;

    /// <summary>Opens the files of a group.</summary>
    /// <param name="state">The segment.</param>
    /// <param name="suffix">The part of the file names that the group has: <c>Lucene84_0</c>.</param>
    public BlockTreeTermsReader(SegmentState state, string suffix)
    {
        _state = state;
        _suffix = suffix;
        try
        {
            PostingsVersion = OpenPostings(out PostingsReader postings);
            Postings = postings;
            _terms = Open(Lucene84Format.TermsExtension);
            CheckHeader(_terms, Lucene84Format.TermsCodec, Lucene84Format.TermsVersion, Lucene84Format.TermsVersion);
            IndexInput index = Open(Lucene84Format.TermsIndexExtension);
            CheckHeader(index, Lucene84Format.TermsIndexCodec, Lucene84Format.TermsVersion, Lucene84Format.TermsVersion);
            ReadMeta(index);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Gets the terms of each field that has some, by name.</summary>
    public IReadOnlyDictionary<string, BlockTreeTerms> Fields => _fields;

    /// <summary>Gets the files with the postings.</summary>
    public PostingsReader Postings { get; }

    /// <summary>Gets the version of the postings, on which the metadata of terms depend.</summary>
    public int PostingsVersion { get; }

    /// <summary>Gets the bound of documents.</summary>
    public int MaxDoc => _state.Segment.MaxDoc;

    /// <summary>Returns a cursor over <c>.tim</c>.</summary>
    public IndexInput CloneTermsInput() => _terms.Clone();

    /// <summary>Reads every file whole and compares its checksum.</summary>
    public void CheckIntegrity()
    {
        foreach (IndexInput input in _inputs)
        {
            CodecUtil.CheckWholeFile(input);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (IndexInput input in _inputs)
        {
            input.Dispose();
        }
    }

    private int OpenPostings(out PostingsReader postings)
    {
        IndexInput doc = Open(Lucene84Format.DocExtension);
        int version = CheckHeader(
            doc, Lucene84Format.DocCodec, Lucene84Format.PostingsVersionStart, Lucene84Format.PostingsVersion);
        IndexInput? pos = null;
        if (_state.Fields.Any(field => field.HasPositions))
        {
            pos = Open(Lucene84Format.PosExtension);
            CheckHeader(pos, Lucene84Format.PosCodec, version, version);
        }

        IndexInput? pay = null;
        if (_state.Fields.Any(field => field.HasOffsets || field.HasPayloads))
        {
            pay = Open(Lucene84Format.PayExtension);
            CheckHeader(pay, Lucene84Format.PayCodec, version, version);
        }

        postings = new PostingsReader(doc, pos, pay, MaxDoc);
        return version;
    }

    private IndexInput Open(string extension)
    {
        IndexInput input = _state.Directory.OpenInput(IndexFileNames.SegmentFile(_state.Segment.Name, _suffix, extension));
        _inputs.Add(input);
        CodecUtil.RetrieveChecksum(input); // Only that there is a footer; the large files are not read whole here.
        return input;
    }

    private int CheckHeader(IndexInput input, string codec, int minVersion, int maxVersion) =>
        CodecUtil.CheckIndexHeader(input, codec, minVersion, maxVersion, _state.Segment.Id.Span, _suffix);

    private void ReadMeta(IndexInput index)
    {
        IndexInput meta = Open(Lucene84Format.TermsMetaExtension);
        CodecUtil.CheckWholeFile(meta);
        CheckHeader(meta, Lucene84Format.TermsMetaCodec, Lucene84Format.TermsVersion, Lucene84Format.TermsVersion);
        CheckHeader(meta, Lucene84Format.PostingsTermsCodec, PostingsVersion, PostingsVersion);
        int blockSize = meta.ReadVInt32();
        if (blockSize != Lucene84Format.BlockSize)
        {
            throw new CorruptIndexException($"block size {blockSize} instead of {Lucene84Format.BlockSize}", meta.Name, meta.Position);
        }

        int fieldCount = meta.ReadVInt32();
        for (int count = 0; count < fieldCount; count++)
        {
            ReadField(meta, index);
        }

        CheckLength(meta, index);
        CheckLength(meta, _terms);
        CodecUtil.CheckAtFooter(meta);
    }

    private void ReadField(IndexInput meta, IndexInput index)
    {
        int number = meta.ReadVInt32();
        if (_state.Fields.Find(number) is not { IsIndexed: true } field)
        {
            throw new CorruptIndexException($"terms of field {number}, which is not an indexed field", meta.Name, meta.Position);
        }

        TermsFieldMeta fieldMeta = TermsFieldMeta.Read(meta, field, MaxDoc);
        var fst = Fst.Read(meta, index, fieldMeta.IndexStart);
        if (!_fields.TryAdd(field.Name, new BlockTreeTerms(this, fieldMeta, fst)))
        {
            throw new CorruptIndexException($"terms of field {number} occur twice", meta.Name, meta.Position);
        }
    }

    private static void CheckLength(IndexInput meta, IndexInput input)
    {
        long recorded = meta.ReadInt64();
        if (recorded != input.Length)
        {
            throw new CorruptIndexException($"{input.Length} bytes instead of {recorded}", input.Name, input.Length);
        }
    }
}
