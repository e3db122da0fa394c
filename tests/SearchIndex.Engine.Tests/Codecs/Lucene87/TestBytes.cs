using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Tests.Codecs.Lucene87;

/// <summary>Writes to memory and reads from it, without header and footer.</summary>
internal static class TestBytes
{
    public static byte[] Write(Action<IndexOutput> write)
    {
        using var directory = new MemoryDirectory();
        using (IndexOutput output = directory.CreateOutput("file"))
        {
            write(output);
        }

        return directory.ReadAllBytes("file");
    }

    public static IndexInput Open(byte[] bytes) => new("file", new ArrayByteSource(bytes, bytes.Length));

    /// <summary>Decodes hexadecimal digits; spaces and bars between them are for the eye.</summary>
    public static byte[] Hex(string digits) =>
        Convert.FromHexString(string.Concat(digits.Where(char.IsAsciiHexDigit)));

    /// <summary>Returns what a file holds between header and footer, as hexadecimal digits.</summary>
    public static string Body(MemoryDirectory directory, string file, string codec, string suffix = "")
    {
        byte[] bytes = directory.ReadAllBytes(file);
        return Convert.ToHexStringLower(bytes.AsSpan()[CodecUtil.IndexHeaderLength(codec, suffix)..^CodecUtil.FooterLength]);
    }

    public static string HexString(string digits) => Convert.ToHexStringLower(Hex(digits));
}
