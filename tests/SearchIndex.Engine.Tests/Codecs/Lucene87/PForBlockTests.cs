using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util.Simd;

namespace SearchIndex.Engine.Tests.Codecs.Lucene87;

public sealed class PForBlockTests
{
    private const string Name = "block";
    private const int Seed = 44;

    public static TheoryData<int> AllBits => [.. Enumerable.Range(1, ForLayout.MaxBits)];

    [Theory]
    [MemberData(nameof(AllBits))]
    public void Read_AnyWidthWithAndWithoutLargerNumbers_GivesWhatWasWritten(int bits)
    {
        var random = new Random(Seed + bits);
        for (int large = 0; large < 6; large++)
        {
            int[] values = [.. Enumerable.Range(0, ForLayout.BlockSize).Select(_ => (int)random.NextInt64(1L << bits))];
            for (int index = 0; index < large; index++)
            {
                values[random.Next(values.Length)] = (int)random.NextInt64(1L << Math.Min(ForLayout.MaxBits, bits + random.Next(12)));
            }

            Verify(values, $"bits {bits}, large {large}");
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(int.MaxValue)]
    public void Read_AllEqual_GivesWhatWasWritten(int value)
    {
        int[] values = new int[ForLayout.BlockSize];
        Array.Fill(values, value);

        Verify(values, $"all {value}");
    }

    [Fact]
    public void Write_ConstantWithExceptions_NeedsNoPackedBlock()
    {
        int[] values = new int[ForLayout.BlockSize];
        Array.Fill(values, 1);
        values[5] = 5;
        values[127] = 255;

        byte[] bytes = Write(values);

        // Two exceptions, no bits; the value 1; then index and high bits, which are not shifted any more.
        Assert.Equal("400105047FFE", Convert.ToHexString(bytes));
        Verify(values, "constant with exceptions");
    }

    [Fact]
    public void Write_SpecExample_GivesItsBytes()
    {
        int[] values = [.. Enumerable.Range(0, ForLayout.BlockSize).Select(index => index % 3 == 0 ? 2 : 1)];

        byte[] bytes = Write(values);

        string packed = string.Concat(Enumerable.Repeat("599665", 11));
        Assert.Equal(string.Concat("02", packed.AsSpan(0, 2 * ForLayout.ByteCount(2))), Convert.ToHexString(bytes));
    }

    [Fact]
    public void Read_SevenExceptions_AppliesAll()
    {
        byte[] bytes = new byte[1 + ForLayout.ByteCount(1) + (7 * 2)];
        bytes[0] = (7 << 5) | 1;
        for (int exception = 0; exception < 7; exception++)
        {
            bytes[1 + ForLayout.ByteCount(1) + (2 * exception)] = (byte)(exception * 20);
            bytes[2 + ForLayout.ByteCount(1) + (2 * exception)] = 200;
        }

        int[] values = new int[ForLayout.BlockSize];
        PForBlock.Read(Open(bytes), values);

        Assert.Equal(7, values.Count(value => value == 400));
        Assert.Equal(ForLayout.BlockSize - 7, values.Count(value => value == 0));
    }

    [Theory]
    [InlineData("2001800F")] // The index of an exception is 128.
    [InlineData("00FFFFFFFF0F")] // The common value has 32 bits.
    [InlineData("0180")] // The block ends too early.
    [InlineData("")]
    public void Read_DamagedBlock_Throws(string hex) =>
        Assert.Throws<CorruptIndexException>(() => PForBlock.Read(Open(Convert.FromHexString(hex)), new int[ForLayout.BlockSize]));

    private static void Verify(int[] values, string message)
    {
        byte[] bytes = Write(values);
        int[] read = new int[ForLayout.BlockSize];
        IndexInput input = Open(bytes);
        IndexInput skipped = Open(bytes);

        PForBlock.Read(input, read);
        PForBlock.Skip(skipped);

        Assert.True(values.AsSpan().SequenceEqual(read), message);
        Assert.Equal(bytes.Length, input.Position);
        Assert.Equal(bytes.Length, skipped.Position);
    }

    private static IndexInput Open(byte[] bytes) => new(Name, new ArrayByteSource(bytes, bytes.Length));

    private static byte[] Write(int[] values)
    {
        using var directory = new MemoryDirectory();
        using (IndexOutput output = directory.CreateOutput(Name))
        {
            PForBlock.Write(values, output);
        }

        return directory.ReadAllBytes(Name);
    }
}
