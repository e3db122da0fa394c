using System.Text;
using System.Text.Unicode;

namespace SearchIndex.News.Ingest;

/// <summary>Turns the bytes of a file into text, or says why they are none.</summary>
internal static class TextDecoder
{
    /// <summary>How much of a file is looked at to tell a picture or a program from text in another encoding.</summary>
    private const int SampleBytes = 8192;

    /// <summary>More control characters than one in so many bytes make a file binary; fewer are slips, which are dropped later.</summary>
    private const int BytesPerControl = 100;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Decodes the bytes of a whole file; a byte order mark is passed over.</summary>
    internal static TextDecoding Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == 0)
        {
            return TextDecoding.Problem(ArticleProblemKind.Empty, "the file has no byte");
        }

        if (CountControls(bytes) > bytes.Length / BytesPerControl)
        {
            return TextDecoding.Problem(ArticleProblemKind.Binary, "text was wanted, but the file is full of control characters");
        }

        if (!Utf8.IsValid(bytes))
        {
            return DescribeInvalid(bytes);
        }

        int start = bytes.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        string text = Strict.GetString(bytes[start..]);
        return string.IsNullOrWhiteSpace(text)
            ? TextDecoding.Problem(ArticleProblemKind.Empty, "the file has nothing but white space")
            : TextDecoding.Success(text, start);
    }

    /// <summary>Decodes the first bytes of a file, whatever they are: what is no UTF-8 becomes replacement characters.</summary>
    internal static string DecodeHead(ReadOnlySpan<byte> bytes) =>
        Encoding.UTF8.GetString(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes);

    private static TextDecoding DescribeInvalid(ReadOnlySpan<byte> bytes)
    {
        if (bytes[..Math.Min(SampleBytes, bytes.Length)].Contains((byte)0))
        {
            return TextDecoding.Problem(ArticleProblemKind.Binary, "text was wanted, but the file has zero bytes and other binary data");
        }

        int at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out int consumed) == System.Buffers.OperationStatus.Done)
        {
            at += consumed;
        }

        string reason = $"UTF-8 was wanted, but byte {at} is 0x{bytes[at]:X2} and begins no character";
        return TextDecoding.Problem(ArticleProblemKind.NotUtf8, reason);
    }

    private static int CountControls(ReadOnlySpan<byte> bytes)
    {
        int count = 0;
        foreach (byte value in bytes)
        {
            // Tab, line feed, vertical tab, form feed and carriage return are white space.
            count += value < 0x20 && value is not (>= 0x09 and <= 0x0D) ? 1 : 0;
        }

        return count;
    }
}
