using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>The formats of Lucene 8.7 and 8.8: reads what Java writes by default, and writes what Java reads.</summary>
public sealed class Lucene87Codec : Codec
{
    private const string PostingsFormatName = "Lucene84";

    private Lucene87Codec()
    {
    }

    /// <summary>Gets the one instance.</summary>
    public static Lucene87Codec Instance { get; } = new();

    /// <inheritdoc/>
    public override string Name => "Lucene87";

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> SegmentAttributes { get; } =
        new Dictionary<string, string> { [Lucene87StoredFieldsFormat.ModeAttribute] = CompressionModes.BestSpeed };

    /// <inheritdoc/>
    public override FieldInfo WithAttributes(FieldInfo field)
    {
        ArgumentNullException.ThrowIfNull(field);
        var attributes = new Dictionary<string, string>(field.Attributes, StringComparer.Ordinal);
        if (field.IsIndexed)
        {
            attributes[PerFieldAttributes.PostingsFormat] = PostingsFormatName;
            attributes[PerFieldAttributes.PostingsSuffix] = PerFieldAttributes.OnlySuffix;
        }

        if (field.DocValuesType != DocValuesType.None)
        {
            attributes[PerFieldAttributes.DocValuesFormat] = Lucene80DocValuesFormat.Name;
            attributes[PerFieldAttributes.DocValuesSuffix] = PerFieldAttributes.OnlySuffix;
        }

        if (field.DocValuesType == DocValuesType.Binary)
        {
            attributes[Lucene80DocValuesFormat.ModeAttribute] = CompressionModes.BestSpeed;
        }

        return field with { Attributes = attributes };
    }

    /// <inheritdoc/>
    public override SegmentInfo ReadSegmentInfo(IndexDirectory directory, string segment, ReadOnlySpan<byte> id)
    {
        ArgumentNullException.ThrowIfNull(directory);
        return Lucene86SegmentInfoFormat.Read(directory, segment, id);
    }

    /// <inheritdoc/>
    public override void WriteSegmentInfo(IndexDirectory directory, SegmentInfo segment)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(segment);
        Lucene86SegmentInfoFormat.Write(directory, segment);
    }

    /// <inheritdoc/>
    public override FieldInfos ReadFieldInfos(IndexDirectory directory, SegmentInfo segment, long generation)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(segment);
        return Lucene60FieldInfosFormat.Read(directory, segment, generation);
    }

    /// <inheritdoc/>
    public override void WriteFieldInfos(IndexDirectory directory, SegmentInfo segment, FieldInfos fields)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(segment);
        ArgumentNullException.ThrowIfNull(fields);
        Lucene60FieldInfosFormat.Write(directory, segment, fields);
    }

    /// <inheritdoc/>
    public override FieldsProducer? OpenPostings(SegmentState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Fields.Any(HasPostings) ? new Lucene84FieldsProducer(state) : null;
    }

    /// <inheritdoc/>
    public override FieldsConsumer CreatePostings(SegmentState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return new Lucene84FieldsConsumer(state);
    }

    /// <inheritdoc/>
    public override NormsProducer? OpenNorms(SegmentState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Fields.Any(field => field.HasNorms) ? new Lucene80NormsProducer(state) : null;
    }

    /// <inheritdoc/>
    public override NormsConsumer CreateNorms(SegmentState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return new Lucene80NormsConsumer(state);
    }

    /// <inheritdoc/>
    public override DocValuesProducer? OpenDocValues(SegmentState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Fields.Any(Lucene80DocValuesProducer.HasValues) ? new Lucene80DocValuesProducer(state) : null;
    }

    /// <inheritdoc/>
    public override DocValuesConsumer CreateDocValues(SegmentState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return new Lucene80DocValuesConsumer(state);
    }

    /// <inheritdoc/>
    public override PointsReader? OpenPoints(SegmentState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Fields.Any(field => field.HasPoints) ? new Lucene86PointsReader(state) : null;
    }

    /// <inheritdoc/>
    public override PointsWriter CreatePoints(SegmentState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return new Lucene86PointsWriter(state);
    }

    /// <inheritdoc/>
    public override StoredFieldsReader OpenStoredFields(SegmentState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return new Lucene87StoredFieldsReader(state);
    }

    /// <inheritdoc/>
    public override StoredFieldsWriter CreateStoredFields(SegmentState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return new Lucene87StoredFieldsWriter(state);
    }

    /// <inheritdoc/>
    public override FixedBitSet ReadLiveDocs(IndexDirectory directory, SegmentInfo segment, long generation, int deletedCount)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(segment);
        return Lucene50LiveDocsFormat.Read(directory, segment, generation, deletedCount);
    }

    /// <inheritdoc/>
    public override string WriteLiveDocs(IndexDirectory directory, SegmentInfo segment, long generation, FixedBitSet liveDocs)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(segment);
        ArgumentNullException.ThrowIfNull(liveDocs);
        return Lucene50LiveDocsFormat.Write(directory, segment, generation, liveDocs);
    }

    /// <inheritdoc/>
    public override IndexDirectory OpenCompound(IndexDirectory directory, SegmentInfo segment)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(segment);
        return Lucene50CompoundDirectory.Open(directory, segment);
    }

    /// <inheritdoc/>
    public override IReadOnlyCollection<string> WriteCompound(
        IndexDirectory directory, SegmentInfo segment, IReadOnlyCollection<string> files)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(segment);
        ArgumentNullException.ThrowIfNull(files);
        return Lucene50CompoundFormat.Write(directory, segment, files);
    }

    private static bool HasPostings(FieldInfo field) =>
        field.IsIndexed && field.Attributes.ContainsKey(PerFieldAttributes.PostingsFormat);
}
