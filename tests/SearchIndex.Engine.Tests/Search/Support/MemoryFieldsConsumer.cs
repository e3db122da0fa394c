using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Tests.Search.Support;

/// <summary>Takes the terms of a segment into memory.</summary>
internal sealed class MemoryFieldsConsumer(MemorySegment segment) : FieldsConsumer
{
    private FieldInfo? _field;
    private MemoryTerms? _terms;
    private List<MemoryPosting> _postings = [];

    public override void StartField(FieldInfo field, ReadOnlyMemory<byte> norms)
    {
        _field = field;
        _terms = new MemoryTerms(field);
    }

    public override void StartTerm(ReadOnlySpan<byte> term)
    {
        _postings = [];
        _terms!.All.Add((term.ToArray(), _postings));
    }

    public override void StartDocument(int docId, int freq) => _postings.Add(new MemoryPosting(docId, _field!.HasFreqs ? freq : 1));

    public override void AddPosition(int position, int startOffset, int endOffset) =>
        _postings[^1].Occurrences.Add((position, startOffset, endOffset));

    public override void FinishTerm()
    {
    }

    public override void FinishField()
    {
        if (_terms!.Count > 0)
        {
            segment.Terms.Add(_field!.Name, _terms);
        }
    }

    public override void Finish()
    {
    }

    protected override void Dispose(bool disposing)
    {
    }
}
