using System.Text;
using SearchIndex.Engine.Highlight;

namespace SearchIndex.Engine.Tests.Highlight;

/// <summary>Shows matches in a text.</summary>
internal static class Brackets
{
    /// <summary>Returns the text with square brackets around the ranges.</summary>
    public static string Around(string text, IEnumerable<MatchRange> ranges)
    {
        var marked = new StringBuilder();
        int written = 0;
        foreach (MatchRange range in ranges)
        {
            Assert.True(range.Start >= written && range.End > range.Start, "ranges must be ascending and not overlap");
            marked.Append(text[written..range.Start]).Append('[').Append(text[range.Start..range.End]).Append(']');
            written = range.End;
        }

        return marked.Append(text[written..]).ToString();
    }
}
