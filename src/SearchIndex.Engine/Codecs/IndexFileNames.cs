namespace SearchIndex.Engine.Codecs;

/// <summary>Makes and takes apart the names of index files (spec 2.4).</summary>
public static class IndexFileNames
{
    /// <summary>What the names of commit files start with.</summary>
    public const string Segments = "segments";

    /// <summary>What the names of commits in progress start with.</summary>
    public const string PendingSegments = "pending_segments";

    /// <summary>The name of the lock file of a writer.</summary>
    public const string WriteLock = "write.lock";

    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>Writes a number of 0 or more in base 36, in lower case.</summary>
    public static string ToBase36(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        Span<char> digits = stackalloc char[13];
        int start = digits.Length;
        do
        {
            digits[--start] = Digits[(int)(value % 36)];
            value /= 36;
        }
        while (value > 0);
        return new string(digits[start..]);
    }

    /// <summary>Reads a number in base 36; false when the text is none, or too large.</summary>
    public static bool TryParseBase36(ReadOnlySpan<char> text, out long value)
    {
        value = 0;
        foreach (char digit in text)
        {
            int number = Digits.IndexOf(digit, StringComparison.Ordinal);
            if (number < 0 || value > (long.MaxValue - number) / 36)
            {
                return false;
            }

            value = (value * 36) + number;
        }

        return text.Length > 0;
    }

    /// <summary>Returns the name of a file of a segment: <c>segment[_suffix].extension</c>.</summary>
    public static string SegmentFile(string segment, string suffix, string extension) =>
        suffix.Length == 0 ? $"{segment}.{extension}" : $"{segment}_{suffix}.{extension}";

    /// <summary>Returns the name of a generation file: <c>segment_generation.extension</c>.</summary>
    public static string GenerationFile(string segment, long generation, string extension) =>
        $"{segment}_{ToBase36(generation)}.{extension}";
}
