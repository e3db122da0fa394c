using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Tests.Codecs.Lucene87;

public sealed class Lucene84FieldsConsumerTests : IDisposable
{
    private const string Id = "00112233445566778899AABBCCDDEEFF";

    private readonly MemoryDirectory _directory = new();
    private readonly FieldInfo _body =
        new("body", 0, IndexOptions.DocsAndFreqsAndPositionsAndOffsets, OmitNorms: false, DocValuesType.None);
    private readonly FieldInfo _title = new("title", 1, IndexOptions.DocsAndFreqs, OmitNorms: true, DocValuesType.None);
    private readonly Lucene84FieldsConsumer _consumer;

    public Lucene84FieldsConsumerTests()
    {
        var segment = new SegmentInfo("_0", Convert.FromHexString(Id), 3);
        _consumer = new Lucene84FieldsConsumer(new SegmentState(_directory, segment, new FieldInfos([_body, _title])));
    }

    public void Dispose()
    {
        _consumer.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public void Finish_ThreeDocumentsOfTheSpec_GivesItsBytes()
    {
        string[] texts = ["hello world", "hello again big big world", "the end"];
        _consumer.StartField(_body, new byte[] { 2, 5, 2 });
        foreach (string term in texts.SelectMany(text => text.Split(' ')).Distinct().Order(StringComparer.Ordinal))
        {
            _consumer.StartTerm(System.Text.Encoding.UTF8.GetBytes(term));
            for (int docId = 0; docId < texts.Length; docId++)
            {
                AddDocument(docId, texts[docId].Split(' '), term);
            }

            _consumer.FinishTerm();
        }

        _consumer.FinishField();
        _consumer.Finish();
        _consumer.Dispose();

        Assert.Equal("4C01030103", Body("doc", 0x3D));
        Assert.Equal("010D05" + "021903" + "0108" + "010903" + "000105" + "0000" + "000103" + "010D05" + "0428", Body("pos", 0x3D));
        Assert.Equal(string.Empty, Body("pay", 0x3D));
        string block = "0DC401" + Convert.ToHexString("againbigendhellotheworld"u8) + "0C050303050305"
            + "0901" + "0201" + "01" + "0400" + "01" + "0400"
            + "147C013D3D" + "010300" + "050500" + "000300" + "04020500" + "000300";
        Assert.Equal(block, Body("tim", 0x36));
        Assert.Equal("00", Body("tip", 0x37));
        string meta = "8001" + "01" + "0006" + "02DA01" + "090803" + "05616761696E" + "05776F726C64" + "37"
            + "3FD76C170346535400000007" + "0103" + "01DA02" + "000001"
            + "0000000000000048" + "0000000000000087";
        Assert.Equal(meta, Body("tmd", 0x75));
    }

    [Fact]
    public void StartField_OutOfOrderOrNotIndexed_IsRefused()
    {
        _consumer.StartField(_title, default);
        _consumer.FinishField();

        Assert.Throws<ArgumentException>(() => _consumer.StartField(_body, new byte[3]));
        Assert.Throws<ArgumentException>(() => _consumer.StartField(_title with { Name = "z", IndexOptions = IndexOptions.None }, default));
        Assert.Throws<ArgumentException>(() => _consumer.StartField(_title with { Name = "z", HasPayloads = true }, default));
        Assert.Throws<ArgumentException>(() => _consumer.StartField(_title with { Name = "z" }, new byte[2]));
    }

    [Fact]
    public void StartTerm_NotAscending_IsRefused()
    {
        _consumer.StartField(_title, default);
        _consumer.StartTerm("b"u8);
        _consumer.StartDocument(0, 1);
        _consumer.FinishTerm();

        Assert.Throws<ArgumentException>(() => _consumer.StartTerm("b"u8));
        Assert.Throws<ArgumentException>(() => _consumer.StartTerm("aa"u8));
        Assert.Throws<ArgumentOutOfRangeException>(() => _consumer.StartTerm(new byte[Lucene84Format.MaxTermLength + 1]));
    }

    [Fact]
    public void StartDocument_NotAscendingOrOutside_IsRefused()
    {
        _consumer.StartField(_title, default);
        _consumer.StartTerm("b"u8);
        _consumer.StartDocument(1, 1);

        Assert.Throws<ArgumentOutOfRangeException>(() => _consumer.StartDocument(1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => _consumer.StartDocument(3, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => _consumer.StartDocument(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => _consumer.StartDocument(2, 0));
    }

    [Fact]
    public void AddPosition_NotAsManyAsTheFrequency_IsRefused()
    {
        _consumer.StartField(_body, new byte[3]);
        _consumer.StartTerm("b"u8);
        _consumer.StartDocument(1, 1);

        Assert.Throws<InvalidOperationException>(_consumer.FinishTerm);
        Assert.Throws<InvalidOperationException>(() => _consumer.StartDocument(2, 1));
        _consumer.AddPosition(4, 0, 1);
        Assert.Throws<InvalidOperationException>(() => _consumer.AddPosition(5, 0, 1));
    }

    [Fact]
    public void AddPosition_BackwardsOrEndBeforeStart_IsRefused()
    {
        _consumer.StartField(_body, new byte[3]);
        _consumer.StartTerm("b"u8);
        _consumer.StartDocument(1, 3);
        _consumer.AddPosition(4, 10, 11);

        Assert.Throws<ArgumentOutOfRangeException>(() => _consumer.AddPosition(3, 10, 11));
        Assert.Throws<ArgumentOutOfRangeException>(() => _consumer.AddPosition(4, 9, 11));
        Assert.Throws<ArgumentOutOfRangeException>(() => _consumer.AddPosition(4, 10, 9));
    }

    private void AddDocument(int docId, string[] words, string term)
    {
        int freq = words.Count(word => word == term);
        if (freq == 0)
        {
            return;
        }

        _consumer.StartDocument(docId, freq);
        int offset = 0;
        for (int position = 0; position < words.Length; position++)
        {
            if (words[position] == term)
            {
                _consumer.AddPosition(position, offset, offset + term.Length);
            }

            offset += words[position].Length + 1;
        }
    }

    /// <summary>Returns what stands between a place and the footer.</summary>
    private string Body(string extension, int from)
    {
        byte[] bytes = _directory.ReadAllBytes($"_0_Lucene84_0.{extension}");
        return Convert.ToHexString(bytes.AsSpan(from, bytes.Length - CodecUtil.FooterLength - from));
    }
}
