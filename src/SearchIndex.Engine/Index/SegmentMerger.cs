using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Index;

/// <summary>
/// Makes one segment of several: live documents in order, renumbered from 0; terms merged, statistics recomputed (spec 11.3). The sources
/// are not touched. Payloads and term vectors, which only segments of Java can have, are dropped; points of several dimensions are refused.
/// </summary>
internal sealed class SegmentMerger(IndexDirectory directory, IndexWriterConfig config, FieldNumbers fieldNumbers)
{
    private readonly Codec _codec = config.Codec;

    /// <summary>Merges segments; null when no document of them is live.</summary>
    public MergedSegment? Merge(IReadOnlyList<SegmentCommitInfo> sources, string name, CancellationToken cancellation)
    {
        int maxDoc = sources.Sum(source => source.NumDocs);
        if (maxDoc == 0)
        {
            return null;
        }

        var readers = new List<SegmentReader>();
        try
        {
            foreach (SegmentCommitInfo source in sources)
            {
                cancellation.ThrowIfCancellationRequested();
                readers.Add(new SegmentReader(directory, _codec, source));
                readers[^1].CheckIntegrity(); // Damage must not be copied under a fresh checksum.
                fieldNumbers.Register(readers[^1].FieldInfos);
            }

            FieldInfos fields = MergeFields(readers);
            List<MergeSource> mergeSources = MergeSource.Of(readers);
            using var limited = new LimitedDirectory(directory, config.MergeRateLimit, cancellation);
            using var segment = new NewSegment(limited, config, name, maxDoc, fields);
            WriteFiles(mergeSources, segment.State, cancellation);
            return new MergedSegment(segment.Complete("merge", sources.Min(source => source.Info.MinVersion)), mergeSources);
        }
        finally
        {
            readers.ForEach(reader => reader.Dispose());
        }
    }

    private FieldInfos MergeFields(List<SegmentReader> readers)
    {
        var merged = new Dictionary<string, FieldInfo>(StringComparer.Ordinal);
        foreach (FieldInfo field in readers.SelectMany(reader => reader.FieldInfos))
        {
            // Payloads and vectors are not written: the merged field starts without them.
            var withNumber = new FieldInfo(
                field.Name, fieldNumbers.NumberOf(field.Name), field.IndexOptions, field.OmitNorms, field.DocValuesType)
            {
                PointDimensionCount = field.PointDimensionCount,
                PointIndexDimensionCount = field.PointIndexDimensionCount,
                PointNumBytes = field.PointNumBytes,
            };
            RefuseUnwritable(withNumber);
            merged[field.Name] = merged.TryGetValue(field.Name, out FieldInfo? known) ? Combine(known, withNumber) : withNumber;
        }

        return new FieldInfos(merged.Values.Select(_codec.WithAttributes).OrderBy(field => field.Number));
    }

    /// <summary>A field that one segment only stored may be indexed in another; the merged one is all that any of them was.</summary>
    private static FieldInfo Combine(FieldInfo first, FieldInfo second) => first with
    {
        IndexOptions = (IndexOptions)Math.Max((int)first.IndexOptions, (int)second.IndexOptions),
        OmitNorms = first.OmitNorms || second.OmitNorms,
        DocValuesType = first.DocValuesType == DocValuesType.None ? second.DocValuesType : first.DocValuesType,
        PointDimensionCount = Math.Max(first.PointDimensionCount, second.PointDimensionCount),
        PointIndexDimensionCount = Math.Max(first.PointIndexDimensionCount, second.PointIndexDimensionCount),
        PointNumBytes = Math.Max(first.PointNumBytes, second.PointNumBytes),
    };

    private static void RefuseUnwritable(FieldInfo field)
    {
        if (field.PointDimensionCount > 1)
        {
            throw new NotSupportedException(
                $"field {field.Name} has points of {field.PointDimensionCount} dimensions, which this engine cannot merge");
        }
    }

    private void WriteFiles(List<MergeSource> sources, SegmentState state, CancellationToken cancellation)
    {
        using (StoredFieldsWriter stored = _codec.CreateStoredFields(state))
        {
            StoredFieldsMerge.Run(sources, state, stored, cancellation);
        }

        NormsByField norms = NormsByField.Read(sources, state);
        if (state.Fields.Any(field => field.HasNorms))
        {
            using NormsConsumer consumer = _codec.CreateNorms(state);
            norms.Write(consumer);
            consumer.Finish();
        }

        if (state.Fields.Any(field => field.DocValuesType != DocValuesType.None))
        {
            using DocValuesConsumer consumer = _codec.CreateDocValues(state);
            DocValuesMerge.Run(sources, state, consumer);
            consumer.Finish();
        }

        if (state.Fields.Any(field => field.HasPoints))
        {
            using PointsWriter points = _codec.CreatePoints(state);
            PointsMerge.Run(sources, state, points, cancellation);
            points.Finish();
        }

        if (state.Fields.Any(field => field.IsIndexed))
        {
            using FieldsConsumer consumer = _codec.CreatePostings(state);
            PostingsMerge.Run(sources, state, norms, consumer, cancellation);
            consumer.Finish();
        }
    }
}
