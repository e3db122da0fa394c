using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>The files <c>.doc</c>, <c>.pos</c> and <c>.pay</c> of a group of fields (spec 5). Safe for several threads.</summary>
internal sealed class PostingsReader
{
    private readonly IndexInput _doc;
    private readonly IndexInput? _pos;
    private readonly IndexInput? _pay;

    public PostingsReader(IndexInput doc, IndexInput? pos, IndexInput? pay, int maxDoc)
    {
        _doc = doc;
        _pos = pos;
        _pay = pay;
        MaxDoc = maxDoc;
    }

    /// <summary>Gets the bound of documents.</summary>
    public int MaxDoc { get; }

    /// <summary>Returns the postings of a term.</summary>
    /// <param name="field">The field.</param>
    /// <param name="state">Where the postings lie; it is copied.</param>
    /// <param name="features">What is needed of them.</param>
    /// <param name="reuse">Postings that nobody uses any more, or null; recycled when this reader made them.</param>
    public BlockPostingsEnum Open(FieldInfo field, in BlockTermState state, PostingsFeatures features, PostingsEnum? reuse)
    {
        BlockPostingsEnum postings = reuse is BlockPostingsEnum used && used.Reader == this ? used : new BlockPostingsEnum(this);
        postings.Reset(field, in state, features);
        return postings;
    }

    /// <summary>Returns a cursor over the documents.</summary>
    public IndexInput CloneDoc() => _doc.Clone();

    /// <summary>Returns a cursor over the positions; there is a file when a field of the segment has positions.</summary>
    public IndexInput ClonePos() => _pos!.Clone();

    /// <summary>Returns a cursor over offsets and payloads; there is a file when a field of the segment has any.</summary>
    public IndexInput ClonePay() => _pay!.Clone();
}
