namespace SearchIndex.News.Provenance;

/// <summary>
/// Knows which bytes of a file each part of a text comes from. It is made of pieces. A piece is a run of UTF-16 units that stand in the file
/// just so, in UTF-8, and then a step: some units (a blank, a character reference, the line feed between paragraphs, or none) that come
/// from other bytes, such as markup. Numbers are packed by <see cref="NumberText"/>, so that a paragraph costs some five characters.
/// </summary>
/// <param name="Packed">
/// The pieces, for each: the units of the run; the units of the step × 4, + 1 when bytes of the step are left out, + 2 when nobody knows
/// where its units stand; the bytes of the step, negative where the text goes on earlier in the file; with bytes left out, where in the
/// step these begin and how many they are. The first step begins at the first byte of the file.
/// </param>
public sealed record SourceMap(string Packed)
{
    internal const int LeftOutFlag = 1;
    internal const int UnknownFlag = 2;
    internal const int FlagBits = 2;

    /// <summary>Returns where a part of the text stands.</summary>
    /// <param name="text">The text that the map was made for.</param>
    /// <param name="start">The first unit of the part.</param>
    /// <param name="end">The unit behind the last.</param>
    /// <param name="path">The path of the file.</param>
    /// <returns>The range; null when the part is empty, or nobody knows where all of it stands, or it does not stand in one piece.</returns>
    public SourceRange? Find(string text, int start, int end, string path)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, text.Length);
        var pieces = new SourcePieces(Packed, text);
        var leftOut = new List<ByteSpan>();
        int first = -1;
        while (start < end && pieces.MoveNext())
        {
            SourcePiece piece = pieces.Current;
            if (first < 0)
            {
                if (start >= piece.End)
                {
                    continue;
                }

                first = piece.ByteOf(text, start);
                if (first < 0)
                {
                    return null;
                }
            }

            if (piece.IsBroken)
            {
                return null;
            }

            if (piece.LeftOut is { } span)
            {
                leftOut.Add(span);
            }

            if (end <= piece.End)
            {
                int last = piece.ByteOf(text, end);
                return last < 0 ? null : new SourceRange(path, first, last, leftOut);
            }
        }

        return null;
    }
}
