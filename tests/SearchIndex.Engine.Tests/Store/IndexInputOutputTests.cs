using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Tests.Store;

public sealed class IndexInputOutputTests
{
    [Theory]
    [InlineData(0, "00")]
    [InlineData(127, "7f")]
    [InlineData(128, "8001")]
    [InlineData(16384, "808001")]
    [InlineData(int.MaxValue, "ffffffff07")]
    [InlineData(-1, "ffffffff0f")]
    public void WriteVInt32_ExampleNumbers_GivesTheirBytes(int value, string expected)
    {
        byte[] bytes = Write(output => output.WriteVInt32(value));

        Assert.Equal(expected, Convert.ToHexStringLower(bytes));
        Assert.Equal(value, Open(bytes).ReadVInt32());
    }

    [Theory]
    [InlineData(0L, "00")]
    [InlineData(-1L, "01")]
    [InlineData(1L, "02")]
    [InlineData(long.MinValue, "ffffffffffffffffff01")]
    public void WriteZInt64_ExampleNumbers_GivesTheirBytes(long value, string expected)
    {
        byte[] bytes = Write(output => output.WriteZInt64(value));

        Assert.Equal(expected, Convert.ToHexStringLower(bytes));
        Assert.Equal(value, Open(bytes).ReadZInt64());
    }

    [Fact]
    public void WriteInt_EveryWidth_IsBigEndian()
    {
        byte[] bytes = Write(output =>
        {
            output.WriteByte(1);
            output.WriteInt16(0x0203);
            output.WriteInt32(0x04050607);
            output.WriteInt64(0x08090A0B0C0D0E0F);
        });

        Assert.Equal("0102030405060708090a0b0c0d0e0f", Convert.ToHexStringLower(bytes));
    }

    [Fact]
    public void WriteAndRead_RandomMix_GivesTheSameBack()
    {
        const int seed = 11;
        var random = new Random(seed);
        long[] numbers = [.. Enumerable.Range(0, 30_000).Select(_ => random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64))];

        byte[] bytes = Write(output =>
        {
            foreach (long number in numbers)
            {
                output.WriteInt64(number);
                output.WriteVInt64(number);
                output.WriteZInt64(number);
                output.WriteInt32((int)number);
                output.WriteVInt32((int)number);
                output.WriteZInt32((int)number);
                output.WriteInt16((short)number);
            }
        });

        using IndexInput input = Open(bytes);
        foreach (long number in numbers)
        {
            Assert.Equal(number, input.ReadInt64());
            Assert.Equal(number, input.ReadVInt64());
            Assert.Equal(number, input.ReadZInt64());
            Assert.Equal((int)number, input.ReadInt32());
            Assert.Equal((int)number, input.ReadVInt32());
            Assert.Equal((int)number, input.ReadZInt32());
            Assert.Equal((short)number, input.ReadInt16());
        }

        Assert.Equal(input.Length, input.Position);
    }

    [Fact]
    public void WriteString_LoneSurrogate_BecomesTheReplacementCharacter()
    {
        byte[] bytes = Write(output => output.WriteString("新\ud800聞"));

        Assert.Equal("新\ufffd聞", Open(bytes).ReadString());
    }

    [Fact]
    public void WriteMapAndSet_SomeEntries_ReadBack()
    {
        byte[] bytes = Write(output =>
        {
            output.WriteMap([KeyValuePair.Create("a", "1"), KeyValuePair.Create("b", "二")]);
            output.WriteSet(["x", "y"]);
        });

        using IndexInput input = Open(bytes);
        Assert.Equal(new Dictionary<string, string> { ["a"] = "1", ["b"] = "二" }, input.ReadMap());
        Assert.Equal(["x", "y"], input.ReadSet().Order());
    }

    [Fact]
    public void Checksum_AtAnyTime_CoversWhatWasWritten()
    {
        var bytes = new byte[200_000];
        new Random(3).NextBytes(bytes);
        using var output = new IndexOutput("file", new MemoryStream());

        Assert.Equal(0u, output.Checksum);
        output.WriteBytes(bytes.AsSpan(0, 70_000));
        Assert.Equal(Engine.Util.Crc32.Append(0, bytes.AsSpan(0, 70_000)), output.Checksum);
        output.WriteBytes(bytes.AsSpan(70_000));

        Assert.Equal(Engine.Util.Crc32.Append(0, bytes), output.Checksum);
        Assert.Equal(bytes.Length, output.Position);
    }

    [Fact]
    public void Read_BeyondTheEnd_ThrowsCorruptIndex()
    {
        using IndexInput input = Open([1, 2, 0x80]);

        Assert.Throws<CorruptIndexException>(() => input.ReadInt32());
        Assert.Throws<CorruptIndexException>(() => input.SpanAt(2, 2).Length);
        Assert.Throws<CorruptIndexException>(() => input.SpanAt(-1, 1).Length);
        Assert.Throws<CorruptIndexException>(() => input.SpanAt(long.MaxValue, 1).Length);
        Assert.Throws<CorruptIndexException>(() => input.Position = 4);
        Assert.Throws<CorruptIndexException>(() => input.Slice("part", 1, 3));
        input.Position = 2;
        Assert.Throws<CorruptIndexException>(() => input.ReadVInt32());
    }

    [Fact]
    public void Read_VariableNumberThatNeverEnds_ThrowsCorruptIndex()
    {
        byte[] endless = [.. Enumerable.Repeat((byte)0xFF, 20)];

        Assert.Throws<CorruptIndexException>(() => Open(endless).ReadVInt32());
        Assert.Throws<CorruptIndexException>(() => Open(endless).ReadVInt64());
    }

    [Fact]
    public void SliceAndClone_Moved_LeaveTheOriginalWhereItIs()
    {
        using IndexInput input = Open([0, 1, 2, 3, 4, 5]);
        input.Position = 2;

        IndexInput slice = input.Slice("part", 3, 2);
        IndexInput clone = input.Clone();

        Assert.Equal(3, slice.ReadByte());
        Assert.Equal(1, slice.Position);
        Assert.Equal(2, slice.Length);
        Assert.Equal(2, clone.ReadByte());
        Assert.Equal(2, input.Position);
    }

    private static byte[] Write(Action<IndexOutput> write)
    {
        using var directory = new MemoryDirectory();
        using (IndexOutput output = directory.CreateOutput("file"))
        {
            write(output);
        }

        return directory.ReadAllBytes("file");
    }

    private static IndexInput Open(byte[] bytes) => new("file", new ArrayByteSource(bytes, bytes.Length));
}
