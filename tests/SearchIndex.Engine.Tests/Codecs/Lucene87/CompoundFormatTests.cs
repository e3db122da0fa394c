using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Tests.Codecs.Lucene87;

public sealed class CompoundFormatTests : IDisposable
{
    private readonly MemoryDirectory _directory = new();
    private readonly SegmentInfo _segment = new("_0", new byte[16], 1);

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void OpenCompound_WhatWasPacked_GivesEveryFile()
    {
        string[] names = ["_0.fnm", "_0_Lucene84_0.doc", "_0.fdt"];
        Array.ForEach(names, name => WriteFile(name, name.Length * 1000));

        IReadOnlyCollection<string> made = Lucene87Codec.Instance.WriteCompound(_directory, _segment, names);

        Assert.Equal(["_0.cfe", "_0.cfs"], made.Order());
        using IndexDirectory inside = Lucene87Codec.Instance.OpenCompound(_directory, _segment);
        Assert.Equal(["_0.fdt", "_0.fnm", "_0_Lucene84_0.doc"], inside.ListAll());
        foreach (string name in names)
        {
            using IndexInput input = inside.OpenInput(name);
            Assert.Equal(_directory.ReadAllBytes(name), input.ReadSpan((int)input.Length).ToArray());
            Assert.Equal(input.Length, inside.FileLength(name));
            Assert.True(inside.FileExists(name));
        }
    }

    [Fact]
    public void WriteCompound_OneFile_GivesTheEntriesOfTheFormat()
    {
        WriteFile("_0.fnm", 10);

        Lucene87Codec.Instance.WriteCompound(_directory, _segment, ["_0.fnm"]);

        int length = (int)_directory.FileLength("_0.fnm");
        Assert.Equal(
            TestBytes.HexString($"01 | 04 2e666e6d | 000000000000002e | {length:x16}"),
            TestBytes.Body(_directory, "_0.cfe", "Lucene50CompoundEntries"));
        Assert.Equal(46 + length + CodecUtil.FooterLength, _directory.FileLength("_0.cfs"));
    }

    [Fact]
    public void OpenInput_NameThatIsNotInside_ThrowsFileNotFound()
    {
        Lucene87Codec.Instance.WriteCompound(_directory, _segment, []);
        using IndexDirectory inside = Lucene87Codec.Instance.OpenCompound(_directory, _segment);

        Assert.Throws<FileNotFoundException>(() => inside.OpenInput("_0.fnm"));
        Assert.Throws<FileNotFoundException>(() => inside.FileLength("_0.fnm"));
    }

    [Fact]
    public void AnyChange_OfTheInside_IsRefused()
    {
        Lucene87Codec.Instance.WriteCompound(_directory, _segment, []);
        using IndexDirectory inside = Lucene87Codec.Instance.OpenCompound(_directory, _segment);

        Assert.Throws<NotSupportedException>(() => inside.CreateOutput("_0.x"));
        Assert.Throws<NotSupportedException>(() => inside.DeleteFile("_0.x"));
        Assert.Throws<NotSupportedException>(() => inside.Rename("_0.x", "_0.y"));
        Assert.Throws<NotSupportedException>(() => inside.Sync([]));
        Assert.Throws<NotSupportedException>(inside.SyncMetadata);
        Assert.Throws<NotSupportedException>(() => inside.ObtainLock("write.lock"));
    }

    [Fact]
    public void WriteCompound_DamagedFile_ThrowsCorruptIndex()
    {
        WriteFile("_0.fnm", 1000);
        byte[] bytes = _directory.ReadAllBytes("_0.fnm");
        bytes[500] ^= 1;
        _directory.Overwrite("_0.fnm", bytes);

        Assert.Throws<CorruptIndexException>(() => Lucene87Codec.Instance.WriteCompound(_directory, _segment, ["_0.fnm"]));
    }

    [Fact]
    public void OpenCompound_DataOfOtherLength_ThrowsCorruptIndex()
    {
        WriteFile("_0.fnm", 1000);
        Lucene87Codec.Instance.WriteCompound(_directory, _segment, ["_0.fnm"]);
        byte[] bytes = _directory.ReadAllBytes("_0.cfs");
        _directory.Overwrite("_0.cfs", [.. bytes[..100], .. bytes[120..]]);

        Assert.Throws<CorruptIndexException>(() => Lucene87Codec.Instance.OpenCompound(_directory, _segment));
    }

    private void WriteFile(string name, int length)
    {
        using IndexOutput output = _directory.CreateOutput(name);
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        output.WriteBytes(bytes);
        CodecUtil.WriteFooter(output);
    }
}
