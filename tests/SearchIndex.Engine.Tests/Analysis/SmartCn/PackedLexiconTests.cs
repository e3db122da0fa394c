using SearchIndex.Engine.Analysis.SmartCn;
using SearchIndex.Tools.SmartCn;

namespace SearchIndex.Engine.Tests.Analysis.SmartCn;

public sealed class PackedLexiconTests
{
    private const int WordCount = 85_536;
    private const int EntryCount = 85_576;
    private const int PairCount = 318_072;

    private static readonly LexiconContents Small = new(
        ["一", "一一", "丁一一", "丁丁"],
        [7, 0, 300, 20_000, 5, 6, 70_000, 8],
        ['、', '，'],
        [[(0, 3), (9, 4)], [], [], [(1, 5)], [(0, 1_000_000)], [], [], [], [], [(9, 3)]]);

    [Fact]
    public void Parse_EmbeddedLexicon_HasTheCountsOfTheDictionary()
    {
        PackedLexicon lexicon = PackedLexicon.Parse(SmartCnLexicon.ReadPacked());

        Assert.Equal(WordCount, lexicon.WordCount);
        Assert.Equal(EntryCount, lexicon.EntryCount);
        Assert.Equal(PairCount, lexicon.Seconds.Length);
        Assert.Equal("±―‘’“”℃∶▲△●、。〈〉《》『』〔〕！％（）＊＋，－．／：；＞？［", new string(lexicon.Delimiters));
        Assert.Equal([329_805, 329_805, 113_238, 2_963], lexicon.Frequencies[WordCount..(WordCount + 4)]);
    }

    [Fact]
    public void Pack_ContentsOfEmbeddedLexicon_GivesTheSameBytes()
    {
        byte[] embedded = SmartCnLexicon.ReadPacked();

        byte[] packed = LexiconPacker.Pack(ContentsOf(PackedLexicon.Parse(embedded)));

        Assert.True(embedded.AsSpan().SequenceEqual(packed));
    }

    [Fact]
    public void Parse_PackedContents_GivesTheContents()
    {
        LexiconContents actual = ContentsOf(PackedLexicon.Parse(LexiconPacker.Pack(Small)));

        Assert.Equal(Small.Words, actual.Words);
        Assert.Equal(Small.Frequencies, actual.Frequencies);
        Assert.Equal(Small.Delimiters, actual.Delimiters);
        Assert.Equal(Small.Pairs, actual.Pairs);
    }

    [Fact]
    public void Parse_CutAnywhere_ThrowsInvalidData()
    {
        byte[] packed = LexiconPacker.Pack(Small);
        for (int length = 0; length < packed.Length; length++)
        {
            Assert.Throws<InvalidDataException>(() => PackedLexicon.Parse(packed.AsSpan(0, length)));
        }
    }

    [Fact]
    public void Parse_AnyByteChanged_ThrowsInvalidDataOrReads()
    {
        byte[] packed = LexiconPacker.Pack(Small);
        for (int index = 0; index < packed.Length; index++)
        {
            foreach (byte change in (byte[])[0x01, 0x10, 0x80, 0xFF])
            {
                byte[] damaged = [.. packed];
                damaged[index] ^= change;

                Exception? problem = Record.Exception(() => PackedLexicon.Parse(damaged));

                Assert.True(problem is null or InvalidDataException, $"byte {index} changed by {change:X2}: {problem}");
            }
        }
    }

    private static LexiconContents ContentsOf(PackedLexicon lexicon) => new(
        [.. Enumerable.Range(0, lexicon.WordCount).Select(id => lexicon.Word(id).ToString())],
        lexicon.Frequencies[..(lexicon.WordCount + 4)],
        lexicon.Delimiters,
        [.. Enumerable.Range(0, lexicon.EntryCount).Select(id => RowOf(lexicon, id))]);

    private static List<(int Second, int Frequency)> RowOf(PackedLexicon lexicon, int id) =>
        [.. Enumerable.Range(lexicon.RowStarts[id], lexicon.RowStarts[id + 1] - lexicon.RowStarts[id])
            .Select(pair => (lexicon.Seconds[pair], lexicon.PairFrequencies[pair]))];
}
