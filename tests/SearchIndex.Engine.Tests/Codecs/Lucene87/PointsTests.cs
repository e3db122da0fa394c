using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Tests.Codecs.Lucene87;

public sealed class PointsTests
{
    private const int MaxDoc = 70_000;

    private static readonly FieldInfo Numbers = Field("numbers", 0, sizeof(long));
    private static readonly FieldInfo Wide = Field("wide", 1, 16);
    private static readonly FieldInfo Without = Field("without", 2, sizeof(int));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(513)]
    [InlineData(1025)]
    [InlineData(3 * 512)]
    [InlineData(20_000)]
    public void Intersect_RandomPoints_FindsWhatLiesInTheRange(int count)
    {
        var random = new Random(count);
        for (int round = 0; round < 4; round++)
        {
            List<(int Doc, long Value)> points = MakePoints(random, count, round);
            using var directory = new MemoryDirectory();
            using PointsReader reader = WriteAndOpen(directory, points);
            PointValues values = reader.GetValues(Numbers)!;

            Assert.Equal(points.Count, values.Count);
            Assert.Equal(points.Select(point => point.Doc).Distinct().Count(), values.DocCount);
            foreach ((long from, long to) in MakeRanges(random, points))
            {
                var visitor = new RangeVisitor(from, to);
                values.Intersect(visitor);
                IEnumerable<int> expected = points.Where(point => point.Value >= from && point.Value <= to).Select(point => point.Doc);
                Assert.True(expected.Order().SequenceEqual(visitor.Docs.Order()), $"{count} points, round {round}: {from} to {to}");
            }
        }
    }

    [Fact]
    public void Intersect_AllPoints_AreInOrderOfValueThenDocument()
    {
        List<(int Doc, long Value)> points = MakePoints(new Random(7), 5000, round: 1);
        using var directory = new MemoryDirectory();
        using PointsReader reader = WriteAndOpen(directory, points);
        var visitor = new CollectingVisitor();

        reader.GetValues(Numbers)!.Intersect(visitor);

        Assert.Equal(points.OrderBy(point => point.Value).ThenBy(point => point.Doc), visitor.Points);
    }

    [Fact]
    public void GetValues_FieldWithoutPointsHere_IsNull()
    {
        using var directory = new MemoryDirectory();
        using PointsReader reader = WriteAndOpen(directory, [(0, 1)]);

        Assert.Null(reader.GetValues(Without));
        Assert.Equal(16, reader.GetValues(Wide)!.BytesPerPoint);
    }

    [Fact]
    public void Intersect_AnyByteFlipped_ThrowsNothingButCorrupt()
    {
        List<(int Doc, long Value)> points = MakePoints(new Random(11), 1200, round: 0);
        using var whole = new MemoryDirectory();
        WriteAndOpen(whole, points).Dispose();
        foreach (string file in whole.ListAll())
        {
            byte[] bytes = ReadAll(whole, file);
            for (int place = 0; place < bytes.Length; place += 3)
            {
                using MemoryDirectory damaged = CopyOf(whole, file, Flipped(bytes, place));
                Exception? problem = Record.Exception(() => WalkAll(damaged));
                Assert.True(problem is null or CorruptIndexException or IndexFormatTooOldException or IndexFormatTooNewException, $"{file} at {place}: {problem}");
            }
        }
    }

    [Theory]
    [InlineData(long.MinValue, long.MinValue + 1)]
    [InlineData(-1, 0)]
    [InlineData(0, long.MaxValue)]
    public void Int64ToSortableBytes_SmallerNumber_GivesSmallerBytes(long smaller, long larger)
    {
        var first = new byte[sizeof(long)];
        var second = new byte[sizeof(long)];

        NumericUtils.Int64ToSortableBytes(smaller, first);
        NumericUtils.Int64ToSortableBytes(larger, second);

        Assert.True(first.AsSpan().SequenceCompareTo(second) < 0);
        Assert.Equal(smaller, NumericUtils.SortableBytesToInt64(first));
    }

    private static FieldInfo Field(string name, int number, int bytes) => new(name, number, IndexOptions.None, false, DocValuesType.None)
    {
        PointDimensionCount = 1,
        PointIndexDimensionCount = 1,
        PointNumBytes = bytes,
    };

    private static SegmentState State(IndexDirectory directory) =>
        new(directory, new SegmentInfo("_0", new byte[CodecUtil.IdLength], MaxDoc), new FieldInfos([Numbers, Wide, Without]));

    private static List<(int Doc, long Value)> MakePoints(Random random, int count, int round)
    {
        var points = new List<(int, long)>();
        for (int index = 0; index < count; index++)
        {
            points.Add(round switch
            {
                0 => (random.Next(MaxDoc), random.NextInt64(long.MinValue, long.MaxValue)),
                1 => (random.Next(MaxDoc), random.Next(-40, 40)),
                2 => (index, 1_600_000_000_000 + (index * 60_000L)),
                _ => (random.Next(MaxDoc), 42),
            });
        }

        return points;
    }

    private static IEnumerable<(long From, long To)> MakeRanges(Random random, List<(int Doc, long Value)> points)
    {
        yield return (long.MinValue, long.MaxValue);
        yield return (long.MaxValue, long.MaxValue);
        for (int range = 0; range < 20; range++)
        {
            long first = points[random.Next(points.Count)].Value;
            long second = points[random.Next(points.Count)].Value;
            yield return (Math.Min(first, second), Math.Max(first, second));
            yield return (first, first);
        }
    }

    private static PointsReader WriteAndOpen(IndexDirectory directory, IEnumerable<(int Doc, long Value)> points)
    {
        var buffer = new PointBuffer(sizeof(long));
        var wide = new PointBuffer(16);
        var bytes = new byte[16];
        foreach ((int doc, long value) in points)
        {
            NumericUtils.Int64ToSortableBytes(value, bytes);
            buffer.Add(doc, bytes.AsSpan(0, sizeof(long)));
            wide.Add(doc, bytes);
        }

        using (PointsWriter writer = Lucene87Codec.Instance.CreatePoints(State(directory)))
        {
            writer.WriteField(Numbers, buffer);
            writer.WriteField(Wide, wide);
            writer.WriteField(Without, new PointBuffer(sizeof(int)));
            writer.Finish();
        }

        PointsReader reader = Lucene87Codec.Instance.OpenPoints(State(directory))!;
        reader.CheckIntegrity();
        return reader;
    }

    private static void WalkAll(IndexDirectory directory)
    {
        using PointsReader reader = Lucene87Codec.Instance.OpenPoints(State(directory))!;
        reader.GetValues(Numbers)?.Intersect(new CollectingVisitor());
        reader.GetValues(Numbers)?.Intersect(new RangeVisitor(-1000, long.MaxValue / 3));
    }

    private static byte[] ReadAll(IndexDirectory directory, string file)
    {
        using IndexInput input = directory.OpenInput(file);
        return input.ReadSpan((int)input.Length).ToArray();
    }

    private static byte[] Flipped(byte[] bytes, int place)
    {
        byte[] flipped = [.. bytes];
        flipped[place] ^= 0xFF;
        return flipped;
    }

    private static MemoryDirectory CopyOf(MemoryDirectory whole, string changedFile, byte[] changed)
    {
        var copy = new MemoryDirectory();
        foreach (string file in whole.ListAll())
        {
            using IndexOutput output = copy.CreateOutput(file);
            output.WriteBytes(file == changedFile ? changed : ReadAll(whole, file));
        }

        return copy;
    }

    private sealed class CollectingVisitor : PointVisitor
    {
        public List<(int Doc, long Value)> Points { get; } = [];

        public override CellRelation Compare(ReadOnlySpan<byte> min, ReadOnlySpan<byte> max) => CellRelation.Crosses;

        public override void Visit(int docId) => throw new InvalidOperationException("every point is asked for with its value");

        public override void Visit(int docId, ReadOnlySpan<byte> value) => Points.Add((docId, NumericUtils.SortableBytesToInt64(value)));
    }

    private sealed class RangeVisitor(long from, long to) : PointVisitor
    {
        public List<int> Docs { get; } = [];

        public override CellRelation Compare(ReadOnlySpan<byte> min, ReadOnlySpan<byte> max)
        {
            long smallest = NumericUtils.SortableBytesToInt64(min);
            long largest = NumericUtils.SortableBytesToInt64(max);
            if (smallest > to || largest < from)
            {
                return CellRelation.Outside;
            }

            return smallest >= from && largest <= to ? CellRelation.Inside : CellRelation.Crosses;
        }

        public override void Visit(int docId) => Docs.Add(docId);

        public override void Visit(int docId, ReadOnlySpan<byte> value)
        {
            long number = NumericUtils.SortableBytesToInt64(value);
            if (number >= from && number <= to)
            {
                Docs.Add(docId);
            }
        }
    }
}
