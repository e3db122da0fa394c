using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Index;

/// <summary>Copies the points of live documents.</summary>
internal static class PointsMerge
{
    public static void Run(
        IReadOnlyList<MergeSource> sources, SegmentState state, PointsWriter writer, CancellationToken cancellation)
    {
        foreach (FieldInfo field in state.Fields.Where(field => field.HasPoints))
        {
            cancellation.ThrowIfCancellationRequested();
            var points = new PointBuffer(field.PointNumBytes);
            foreach (MergeSource source in sources)
            {
                source.Reader.GetPointValues(field.Name)?.Intersect(new Copy(source, points));
            }

            writer.WriteField(field, points);
        }
    }

    private sealed class Copy(MergeSource source, PointBuffer points) : PointVisitor
    {
        public override CellRelation Compare(ReadOnlySpan<byte> min, ReadOnlySpan<byte> max) => CellRelation.Crosses;

        public override void Visit(int docId) => throw new InvalidOperationException("every point is asked for with its value");

        public override void Visit(int docId, ReadOnlySpan<byte> value)
        {
            int number = source.NewNumber(docId);
            if (number >= 0)
            {
                points.Add(number, value);
            }
        }
    }
}
