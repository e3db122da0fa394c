using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Tests.Judge;

namespace SearchIndex.Engine.Tests.Index;

public sealed class PointsCheckTests
{
    private const string Data = "_0.kdd";
    private const string Meta = "_0.kdm";

    [Fact]
    public void Run_SoundPoints_AreCounted()
    {
        using MemoryDirectory directory = SampleIndexes.Make(documents: 1500, segments: 1, longest: 3);

        PartReport points = Points(directory);

        Assert.Null(points.Problem);
        Assert.Matches("^1 fields, [0-9]{3,} points$", points.Figures);
    }

    [Fact]
    public void Run_EveryByteOfTheTreeChanged_IsNoticedOrHarmless()
    {
        using MemoryDirectory directory = SampleIndexes.Make(documents: 40, segments: 1, longest: 3);
        List<(int Doc, long Value)> sound = Read(directory);
        foreach (string name in new[] { Data, Meta, "_0.kdi" })
        {
            byte[] bytes = directory.ReadAllBytes(name);
            for (int place = 0; place < bytes.Length - CodecUtil.FooterLength; place++)
            {
                byte[] damaged = [.. bytes];
                damaged[place] ^= (byte)(1 << (place % 8));
                directory.Overwrite(name, Damager.Repair(damaged));

                CheckIndexReport report = CheckIndex.Run(directory, Lucene87Codec.Instance);

                // Values and documents are not kept twice: another one in the right order is another index, not a damaged one.
                bool same = report.Verdict == CheckVerdict.Corrupt || Read(directory).Count == sound.Count;
                Assert.True(same, $"{name}, byte {place}");
            }

            directory.Overwrite(name, bytes);
        }
    }

    [Fact]
    public void Run_ValueOutOfOrder_IsNamed()
    {
        using MemoryDirectory directory = SampleIndexes.Make(documents: 40, segments: 1, longest: 3);
        byte[] bytes = directory.ReadAllBytes(Data);
        bytes[bytes.Length - CodecUtil.FooterLength - 1] ^= 0xFF;
        bytes[bytes.Length - CodecUtil.FooterLength - 2] = 0;
        directory.Overwrite(Data, Damager.Repair(bytes));

        PartReport points = Points(directory);

        Assert.Contains("field published: ", points.Problem, StringComparison.Ordinal);
    }

    private static PartReport Points(MemoryDirectory directory) =>
        CheckIndex.Run(directory, Lucene87Codec.Instance).Segments.Single().Parts.Single(part => part.Part == "points");

    private static List<(int Doc, long Value)> Read(MemoryDirectory directory)
    {
        using DirectoryReader reader = DirectoryReader.Open(directory, Lucene87Codec.Instance);
        var all = new EveryPoint();
        reader.Leaves[0].Reader.GetPointValues("published")!.Intersect(all);
        return all.Points;
    }

    private sealed class EveryPoint : PointVisitor
    {
        public List<(int Doc, long Value)> Points { get; } = [];

        public override CellRelation Compare(ReadOnlySpan<byte> min, ReadOnlySpan<byte> max) => CellRelation.Crosses;

        public override void Visit(int docId) => throw new InvalidOperationException("every point is asked for with its value");

        public override void Visit(int docId, ReadOnlySpan<byte> value) => Points.Add((docId, value[^1]));
    }
}
