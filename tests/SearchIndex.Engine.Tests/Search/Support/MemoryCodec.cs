using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Tests.Search.Support;

/// <summary>
/// Keeps segments in memory as the writer hands them over, and gives them back through iterators that check how they are used. So tests of
/// searching need no file format. Each instance holds the segments of one index.
/// </summary>
internal sealed class MemoryCodec : Codec
{
    private readonly Dictionary<string, MemorySegment> _segments = [];

    public override string Name => "Memory";

    public override IReadOnlyDictionary<string, string> SegmentAttributes { get; } = new Dictionary<string, string>();

    public override FieldInfo WithAttributes(FieldInfo field) => field;

    public override SegmentInfo ReadSegmentInfo(IndexDirectory directory, string segment, ReadOnlySpan<byte> id) => Of(segment).Info!;

    public override void WriteSegmentInfo(IndexDirectory directory, SegmentInfo segment)
    {
        using IndexOutput placeholder = directory.CreateOutput(IndexFileNames.SegmentFile(segment.Name, string.Empty, "si"));
        placeholder.WriteByte(0);
        Of(segment.Name).Info = segment;
    }

    public override FieldInfos ReadFieldInfos(IndexDirectory directory, SegmentInfo segment, long generation) => Of(segment.Name).Fields!;

    public override void WriteFieldInfos(IndexDirectory directory, SegmentInfo segment, FieldInfos fields) =>
        Of(segment.Name).Fields = fields;

    public override FieldsProducer? OpenPostings(SegmentState state) => new MemoryFieldsProducer(Of(state.Segment.Name));

    public override FieldsConsumer CreatePostings(SegmentState state) => new MemoryFieldsConsumer(Of(state.Segment.Name));

    public override NormsProducer? OpenNorms(SegmentState state) => new MemoryNormsProducer(Of(state.Segment.Name));

    public override NormsConsumer CreateNorms(SegmentState state) => new MemoryNormsConsumer(Of(state.Segment.Name));

    public override DocValuesProducer? OpenDocValues(SegmentState state) => new MemoryDocValuesProducer(Of(state.Segment.Name));

    public override DocValuesConsumer CreateDocValues(SegmentState state) => new MemoryDocValuesConsumer(Of(state.Segment.Name));

    public override PointsReader? OpenPoints(SegmentState state) => null;

    public override PointsWriter CreatePoints(SegmentState state) => throw new NotSupportedException();

    public override StoredFieldsReader OpenStoredFields(SegmentState state) => new MemoryStoredFields.Reader();

    public override StoredFieldsWriter CreateStoredFields(SegmentState state) => new MemoryStoredFields.Writer();

    public override FixedBitSet ReadLiveDocs(IndexDirectory directory, SegmentInfo segment, long generation, int deletedCount) =>
        Of(segment.Name).LiveDocs!;

    public override string WriteLiveDocs(IndexDirectory directory, SegmentInfo segment, long generation, FixedBitSet liveDocs)
    {
        string name = IndexFileNames.GenerationFile(segment.Name, generation, "liv");
        using IndexOutput placeholder = directory.CreateOutput(name);
        placeholder.WriteByte(0);
        Of(segment.Name).LiveDocs = liveDocs;
        return name;
    }

    public override IndexDirectory OpenCompound(IndexDirectory directory, SegmentInfo segment) => throw new NotSupportedException();

    public override IReadOnlyCollection<string> WriteCompound(
        IndexDirectory directory, SegmentInfo segment, IReadOnlyCollection<string> files) => throw new NotSupportedException();

    private MemorySegment Of(string name)
    {
        if (!_segments.TryGetValue(name, out MemorySegment? segment))
        {
            segment = new MemorySegment();
            _segments.Add(name, segment);
        }

        return segment;
    }
}
