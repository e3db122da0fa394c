using System.Text;

namespace SearchIndex.News.Provenance;

/// <summary>
/// Writes whole numbers as text, small ones in one character: groups of five bits, the lowest first, each a character of Base64 whose highest bit says
/// that more follow. The lowest bit of a number is its sign. (The form is that of source maps in browsers.)
/// </summary>
internal static class NumberText
{
    private const string Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private const int GroupBits = 5;
    private const int GroupMask = (1 << GroupBits) - 1;
    private const int MoreFlag = 1 << GroupBits;
    private const int MaxShift = 30;

    /// <summary>Appends a number.</summary>
    public static void Append(StringBuilder text, int number)
    {
        uint rest = number < 0 ? ((uint)-(long)number << 1) | 1 : (uint)number << 1;
        do
        {
            uint group = rest & GroupMask;
            rest >>= GroupBits;
            text.Append(Digits[(int)(rest > 0 ? group | MoreFlag : group)]);
        }
        while (rest > 0);
    }

    /// <summary>Reads numbers one after the other.</summary>
    internal ref struct Reader(ReadOnlySpan<char> text)
    {
        private ReadOnlySpan<char> _rest = text;

        /// <summary>Gets whether there is another number.</summary>
        public readonly bool HasMore => _rest.Length > 0;

        /// <summary>Returns the next number; 0 where the text ends, or is none of ours.</summary>
        public int Next()
        {
            uint value = 0;
            int shift = 0;
            int used = 0;
            int group = MoreFlag;
            while ((group & MoreFlag) != 0 && used < _rest.Length && shift <= MaxShift)
            {
                group = Math.Max(0, Digits.IndexOf(_rest[used++], StringComparison.Ordinal));
                value |= (uint)(group & GroupMask) << shift;
                shift += GroupBits;
            }

            _rest = _rest[used..];
            return (value & 1) != 0 ? -(int)(value >> 1) : (int)(value >> 1);
        }
    }
}
