using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using SearchIndex.News.Provenance;

namespace SearchIndex.News.Ingest;

/// <summary>A text that remembers of each UTF-16 unit which bytes of the file it comes from.</summary>
internal sealed class TracedText
{
    private const int MinCapacity = 64;

    private char[] _units;
    private ByteSpan[] _places;

    /// <summary>Creates an empty text.</summary>
    /// <param name="capacity">How many units are expected.</param>
    public TracedText(int capacity = MinCapacity)
    {
        _units = new char[Math.Max(MinCapacity, capacity)];
        _places = new ByteSpan[_units.Length];
    }

    /// <summary>Gets the number of units.</summary>
    public int Length { get; private set; }

    /// <summary>Gets the text.</summary>
    public ReadOnlySpan<char> Text => _units.AsSpan(0, Length);

    /// <summary>Gets where each unit stands; the halves of a surrogate pair stand at the same place.</summary>
    public ReadOnlySpan<ByteSpan> Places => _places.AsSpan(0, Length);

    /// <summary>Returns a text that stands in the file just so.</summary>
    /// <param name="text">The text.</param>
    /// <param name="byteStart">Its first byte.</param>
    public static TracedText Of(ReadOnlySpan<char> text, int byteStart)
    {
        var traced = new TracedText(text.Length);
        traced.Append(text, byteStart);
        return traced;
    }

    /// <summary>Appends text that stands in the file just so, and returns the byte behind it.</summary>
    public int Append(ReadOnlySpan<char> text, int byteStart)
    {
        for (int at = 0; at < text.Length;)
        {
            Rune.DecodeFromUtf16(text[at..], out Rune rune, out int units);
            Append(text.Slice(at, units), new ByteSpan(byteStart, byteStart + rune.Utf8SequenceLength));
            byteStart += rune.Utf8SequenceLength;
            at += units;
        }

        return byteStart;
    }

    /// <summary>Appends units that come from the same bytes.</summary>
    public void Append(ReadOnlySpan<char> units, ByteSpan place)
    {
        if (Length + units.Length > _units.Length)
        {
            int capacity = Math.Max(Length + units.Length, 2 * _units.Length);
            Array.Resize(ref _units, capacity);
            Array.Resize(ref _places, capacity);
        }

        units.CopyTo(_units.AsSpan(Length));
        _places.AsSpan(Length, units.Length).Fill(place);
        Length += units.Length;
    }

    /// <summary>Appends a part of another text.</summary>
    public void Append(TracedText other, int start, int count)
    {
        for (int at = start; at < start + count; at++)
        {
            Append(other._units.AsSpan(at, 1), other._places[at]);
        }
    }

    /// <summary>Returns a part of the text.</summary>
    public TracedText Slice(int start, int length)
    {
        var part = new TracedText(length);
        part.Append(this, start, length);
        return part;
    }

    /// <summary>Returns the text with each match of an expression replaced by its first group, or removed when it has none.</summary>
    public TracedText Replace(Regex expression)
    {
        var replaced = new TracedText(Length);
        int done = 0;
        foreach (Match match in expression.Matches(Text.ToString()))
        {
            replaced.Append(this, done, match.Index - done);
            replaced.Append(this, match.Groups[1].Index, match.Groups[1].Length);
            done = match.Index + match.Length;
        }

        replaced.Append(this, done, Length - done);
        return replaced;
    }

    /// <summary>Returns the text as <see cref="WebUtility.HtmlDecode(string)"/> gives it.</summary>
    public TracedText DecodeReferences()
    {
        if (!Text.Contains('&'))
        {
            return this;
        }

        var decoded = new TracedText(Length);
        for (int at = 0; at < Length;)
        {
            int end = _units[at] == '&' ? Text[(at + 1)..].IndexOfAny(';', '&') + at + 1 : at;
            string reference = end > at && _units[end] == ';' ? Text[at..(end + 1)].ToString() : string.Empty;
            string meant = WebUtility.HtmlDecode(reference);
            if (meant == reference)
            {
                decoded.Append(this, at, 1);
                at++;
                continue;
            }

            decoded.Append(meant, new ByteSpan(_places[at].Start, _places[end].End));
            at = end + 1;
        }

        return decoded;
    }

    /// <summary>Returns the units that are neither blank nor invisible.</summary>
    public TracedText Letters()
    {
        var letters = new TracedText(Length);
        for (int at = 0; at < Length; at++)
        {
            if (!TextCleaner.Special.Contains(_units[at]))
            {
                letters.Append(this, at, 1);
            }
        }

        return letters;
    }

    /// <summary>Returns the text by the rules of <see cref="TextCleaner"/>; a blank made of several has no place.</summary>
    public (string Text, ByteSpan[] Places) Clean()
    {
        var builder = new ParagraphBuilder();
        builder.Append(Text, Places);
        return (builder.Take(out ByteSpan[] places), places);
    }

    /// <summary>Returns the span of the units between two bytes, blanks and invisible ones excepted; null when there are none.</summary>
    public ByteSpan? FindLetters(int from, int to)
    {
        int first = IndexOfByte(from);
        int last = IndexOfByte(to) - 1;
        while (first <= last && IsNoLetter(_units[first]))
        {
            first++;
        }

        while (last >= first && IsNoLetter(_units[last]))
        {
            last--;
        }

        return first > last ? null : new ByteSpan(_places[first].Start, _places[last].End);
    }

    private static bool IsNoLetter(char unit) => TextCleaner.IsBlank(unit) || TextCleaner.IsInvisible(unit);

    /// <summary>Returns the first unit that does not stand before a byte. The units must be in the order of the file.</summary>
    private int IndexOfByte(int place)
    {
        int low = 0;
        int high = Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (_places[middle].Start < place)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
