using System.Runtime.ExceptionServices;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// Writes the inverted index of a segment: <c>.doc</c>, <c>.pos</c> and <c>.pay</c> by <see cref="PostingsWriter"/>, <c>.tim</c>,
/// <c>.tip</c> and <c>.tmd</c> by <see cref="BlockTreeTermsWriter"/>. All fields go to the group <c>Lucene84_0</c>; their field infos
/// need the attributes that say so (spec 4.2).
/// </summary>
internal sealed class Lucene84FieldsConsumer : FieldsConsumer
{
    private readonly SegmentState _state;
    private readonly string _suffix = Lucene84Format.SegmentSuffix(Lucene84Format.Suffix);
    private readonly List<IndexOutput> _outputs = [];
    private readonly PostingsWriter _postings;
    private readonly BlockTreeTermsWriter _terms;
    private readonly IndexOutput _termsOutput;
    private readonly IndexOutput _indexOutput;
    private readonly IndexOutput _metaOutput;
    private readonly FixedBitSet _docsWithField;
    private readonly BytesBuilder _term = new();
    private string? _lastField;

    /// <summary>Creates the files of the segment.</summary>
    public Lucene84FieldsConsumer(SegmentState state)
    {
        _state = state;
        _docsWithField = new FixedBitSet(state.Segment.MaxDoc);
        try
        {
            IndexOutput doc = Create(Lucene84Format.DocExtension, Lucene84Format.DocCodec, Lucene84Format.PostingsVersion);
            doc.WriteByte(Lucene84Format.LittleEndianMark);
            IndexOutput? pos = state.Fields.Any(field => field.HasPositions)
                ? Create(Lucene84Format.PosExtension, Lucene84Format.PosCodec, Lucene84Format.PostingsVersion)
                : null;
            IndexOutput? pay = state.Fields.Any(field => field.HasOffsets || field.HasPayloads)
                ? Create(Lucene84Format.PayExtension, Lucene84Format.PayCodec, Lucene84Format.PostingsVersion)
                : null;
            _postings = new PostingsWriter(doc, pos, pay, state.Segment.MaxDoc);

            _termsOutput = Create(Lucene84Format.TermsExtension, Lucene84Format.TermsCodec, Lucene84Format.TermsVersion);
            _indexOutput = Create(Lucene84Format.TermsIndexExtension, Lucene84Format.TermsIndexCodec, Lucene84Format.TermsVersion);
            _metaOutput = Create(Lucene84Format.TermsMetaExtension, Lucene84Format.TermsMetaCodec, Lucene84Format.TermsVersion);
            WriteHeader(_metaOutput, Lucene84Format.PostingsTermsCodec, Lucene84Format.PostingsVersion);
            _metaOutput.WriteVInt32(Lucene84Format.BlockSize);
            _terms = new BlockTreeTermsWriter(_termsOutput, _indexOutput);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override void StartField(FieldInfo field, ReadOnlyMemory<byte> norms)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (!field.IsIndexed || field.HasPayloads)
        {
            throw new ArgumentException($"field {field.Name} is not indexed, or has payloads, which are not written", nameof(field));
        }

        if (string.CompareOrdinal(_lastField, field.Name) >= 0)
        {
            throw new ArgumentException($"fields must ascend: {field.Name} follows {_lastField}", nameof(field));
        }

        if (!norms.IsEmpty && norms.Length < _state.Segment.MaxDoc)
        {
            throw new ArgumentException($"{norms.Length} norms for {_state.Segment.MaxDoc} documents", nameof(norms));
        }

        _lastField = field.Name;
        _docsWithField.Words.Clear();
        _postings.StartField(field, norms);
        _terms.StartField(field);
    }

    /// <inheritdoc/>
    public override void StartTerm(ReadOnlySpan<byte> term)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(term.Length, Lucene84Format.MaxTermLength);
        if (!_terms.CanAdd(term))
        {
            throw new ArgumentException($"terms must ascend; {Convert.ToHexString(term)} does not", nameof(term));
        }

        _term.Clear();
        _term.WriteBytes(term);
        _postings.StartTerm();
    }

    /// <inheritdoc/>
    public override void StartDocument(int docId, int freq)
    {
        _postings.StartDocument(docId, freq);
        _docsWithField.Set(docId);
    }

    /// <inheritdoc/>
    public override void AddPosition(int position, int startOffset, int endOffset) =>
        _postings.AddPosition(position, startOffset, endOffset);

    /// <inheritdoc/>
    public override void FinishTerm()
    {
        if (_postings.FinishTerm(out BlockTermState state))
        {
            _terms.Add(_term.Span, in state);
        }
    }

    /// <inheritdoc/>
    public override void FinishField() => _terms.FinishField(_docsWithField.Cardinality());

    /// <inheritdoc/>
    public override void Finish()
    {
        _terms.WriteMeta(_metaOutput);
        _metaOutput.WriteInt64(_indexOutput.Position + CodecUtil.FooterLength);
        _metaOutput.WriteInt64(_termsOutput.Position + CodecUtil.FooterLength);
        foreach (IndexOutput output in _outputs)
        {
            CodecUtil.WriteFooter(output);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        ExceptionDispatchInfo? failure = null;
        foreach (IndexOutput output in _outputs)
        {
            try
            {
                output.Dispose();
            }
            catch (Exception exception)
            {
                failure ??= ExceptionDispatchInfo.Capture(exception); // The other files must be closed all the same.
            }
        }

        failure?.Throw();
    }

    private IndexOutput Create(string extension, string codec, int version)
    {
        string name = IndexFileNames.SegmentFile(_state.Segment.Name, _suffix, extension);
        IndexOutput output = _state.Directory.CreateOutput(name);
        _outputs.Add(output);
        WriteHeader(output, codec, version);
        return output;
    }

    private void WriteHeader(IndexOutput output, string codec, int version) =>
        CodecUtil.WriteIndexHeader(output, codec, version, _state.Segment.Id.Span, _suffix);
}
