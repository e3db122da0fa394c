using System.Globalization;
using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Index;

/// <summary>Tells apart older formats, newer formats and other codecs by the name that a commit records for a segment.</summary>
internal static class ForeignCodec
{
    private const string LucenePrefix = "Lucene";

    /// <summary>Returns what to throw for a segment whose codec is not the one that is read.</summary>
    public static Exception Refuse(string segment, string found, string readable)
    {
        string message = $"segment {segment} is written with codec {found}; this engine reads {readable}";
        if (TryParseVersion(found, out (int, int) version) && TryParseVersion(readable, out (int, int) current))
        {
            return version.CompareTo(current) < 0 ? new IndexFormatTooOldException(message) : new IndexFormatTooNewException(message);
        }

        return new NotSupportedException(message);
    }

    // Lucene87 is of 8.7, Lucene410 of 4.10, Lucene912 of 9.12, Lucene101 of 10.1.
    private static bool TryParseVersion(string codec, out (int Major, int Minor) version)
    {
        version = default;
        if (!codec.StartsWith(LucenePrefix, StringComparison.Ordinal) || codec.Length < LucenePrefix.Length + 2)
        {
            return false;
        }

        ReadOnlySpan<char> digits = codec.AsSpan(LucenePrefix.Length);
        int majorDigits = digits.Length > 2 && digits[0] == '1' ? 2 : 1;
        if (!TryParse(digits[..majorDigits], out int major) || !TryParse(digits[majorDigits..], out int minor))
        {
            return false;
        }

        version = (major, minor);
        return true;
    }

    private static bool TryParse(ReadOnlySpan<char> digits, out int number) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
