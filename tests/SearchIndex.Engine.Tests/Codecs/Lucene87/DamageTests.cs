using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Tests.Codecs.Lucene87;

/// <summary>Damages small indexes at every place: it must be noticed, and nothing may hang or fail in another way.</summary>
public sealed class DamageTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Dump_AnyByteDamaged_Throws(bool compound)
    {
        var random = new Random(50);
        MemoryDirectory index = BuildIndex(maxDoc: 20, compound);
        foreach (string file in index.ListAll())
        {
            byte[] bytes = index.ReadAllBytes(file);
            for (int position = 0; position < bytes.Length; position++)
            {
                byte[] damaged = [.. bytes];
                damaged[position] ^= (byte)(1 << random.Next(8));
                index.Overwrite(file, damaged);

                Exception? problem = Record.Exception(() => ReadAll(index, checkIntegrity: true));

                Assert.True(
                    problem is CorruptIndexException or IndexFormatTooOldException or IndexFormatTooNewException,
                    $"{file}, byte {position}: {problem?.ToString() ?? "nothing noticed"}");
            }

            index.Overwrite(file, bytes);
        }
    }

    [Fact]
    public void Dump_AnyFileTruncated_Throws()
    {
        MemoryDirectory index = BuildIndex(maxDoc: 20, compound: false);
        foreach (string file in index.ListAll())
        {
            byte[] bytes = index.ReadAllBytes(file);
            for (int length = 0; length < bytes.Length; length++)
            {
                index.Overwrite(file, bytes[..length]);

                Exception? problem = Record.Exception(() => ReadAll(index, checkIntegrity: false));

                Assert.True(problem is CorruptIndexException, $"{file}, {length} bytes: {problem?.ToString() ?? "nothing noticed"}");
            }

            index.Overwrite(file, bytes);
        }
    }

    [Fact]
    public void Dump_DataDamagedAndChecksumNotCompared_EndsOrThrowsCorruptIndex()
    {
        var random = new Random(51);
        MemoryDirectory index = BuildIndex(maxDoc: 6000, compound: false);
        foreach (string file in index.ListAll().Where(file => file[^3..] is "dvd" or "nvd" or "fdt" or "fdx"))
        {
            byte[] bytes = index.ReadAllBytes(file);
            for (int trial = 0; trial < 60; trial++)
            {
                byte[] damaged = [.. bytes];
                int position = trial < 30 ? 48 + (trial * 3) : random.Next(48, bytes.Length - CodecUtil.FooterLength);
                damaged[Math.Min(position, bytes.Length - 1)] ^= (byte)(1 + random.Next(255));
                index.Overwrite(file, damaged);

                Exception? problem = Record.Exception(() => ReadAll(index, checkIntegrity: false));

                Assert.True(problem is null or CorruptIndexException, $"{file}, byte {position}: {problem}");
            }

            index.Overwrite(file, bytes);
        }
    }

    [Fact]
    public void Dump_MetaDamagedWithRightChecksum_EndsOrThrowsCorruptIndex()
    {
        var random = new Random(52);
        MemoryDirectory index = BuildIndex(maxDoc: 50, compound: false);
        foreach (string file in index.ListAll().Where(file => file[^3..] is "dvm" or "nvm" or "fdm"))
        {
            byte[] bytes = index.ReadAllBytes(file);
            for (int position = 40; position < bytes.Length - CodecUtil.FooterLength; position++)
            {
                byte[] damaged = [.. bytes];
                damaged[position] ^= (byte)(1 << random.Next(8));
                index.Overwrite(file, WithChecksum(damaged));

                Exception? problem = Record.Exception(() => ReadAll(index, checkIntegrity: false));

                Assert.True(problem is null or CorruptIndexException, $"{file}, byte {position}: {problem}");
            }

            index.Overwrite(file, bytes);
        }
    }

    private static byte[] WithChecksum(byte[] file)
    {
        long checksum = Crc32.Append(0, file.AsSpan(0, file.Length - sizeof(long)));
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(file.AsSpan(file.Length - sizeof(long)), checksum);
        return file;
    }

    private static void ReadAll(MemoryDirectory index, bool checkIntegrity)
    {
        foreach (string line in SegmentDump.Dump(index, checkIntegrity))
        {
            Assert.NotEmpty(line);
        }
    }

    private static MemoryDirectory BuildIndex(int maxDoc, bool compound)
    {
        var segment = new SegmentFixture(
            maxDoc,
            SegmentFixture.Field("stored", 0, DocValuesType.None),
            SegmentFixture.Field("number", 1, DocValuesType.Numeric),
            SegmentFixture.Field("sparse", 2, DocValuesType.Numeric),
            SegmentFixture.Field("sorted", 3, DocValuesType.Sorted),
            SegmentFixture.TextField("body", 4));
        var docs = new FixedBitSet(maxDoc);
        for (int doc = 1; doc < maxDoc; doc += doc % 5 == 0 ? 2 : 1)
        {
            docs.Set(doc);
        }

        segment.WriteDocValues(values =>
        {
            values.WriteNumeric(segment["number"], null, [.. Enumerable.Range(0, maxDoc).Select(doc => doc * 777L % 1009)]);
            values.WriteNumeric(segment["sparse"], docs, [.. Enumerable.Range(0, maxDoc).Select(doc => (long)doc % 3)]);
            values.WriteSorted(
                segment["sorted"],
                [.. Enumerable.Range(0, 18).Select(ord => new byte[] { 1, 2, (byte)ord })],
                [.. Enumerable.Range(0, maxDoc).Select(doc => (doc % 19) - 1)]);
        });
        byte[] lengths = [.. Enumerable.Range(0, maxDoc).Select(doc => (byte)(1 + (doc % 7)))];
        segment.WriteNorms(norms => norms.WriteField(segment["body"], docs, lengths));
        string? TextOf(int doc) => doc % 4 == 0 ? null : new string((char)('a' + (doc % 26)), doc % 90);
        segment.WriteStored(Enumerable.Range(0, maxDoc).Select(TextOf));
        segment.Commit(compound, deleted: [3, 4]);
        return segment.Memory;
    }
}
