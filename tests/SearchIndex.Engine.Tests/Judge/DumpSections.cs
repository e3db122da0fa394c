using System.Globalization;
using System.Text;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Tests.Judge;

/// <summary>Takes the lines of one section after the other, as <c>tests/judge/DumpSections.java</c> does: whole, or as counts and checksums.</summary>
internal sealed class DumpSections(bool hash)
{
    private readonly List<string> _lines = [];
    private string _name = string.Empty;
    private long _count;
    private uint _crc;

    public IReadOnlyList<string> Lines => _lines;

    public void Begin(string section)
    {
        _name = section;
        _count = 0;
        _crc = 0;
        if (!hash)
        {
            _lines.Add("== " + section);
        }
    }

    public void Line(FormattableString line) => Line(FormattableString.Invariant(line));

    public void Line(string line)
    {
        _count++;
        if (hash)
        {
            _crc = Crc32.Append(_crc, Encoding.UTF8.GetBytes(line + "\n"));
        }
        else
        {
            _lines.Add(line);
        }
    }

    public void End()
    {
        if (hash)
        {
            _lines.Add(string.Create(CultureInfo.InvariantCulture, $"{_name}\t{_count}\t{_crc:x8}"));
        }
    }

    /// <summary>The bytes as text where they are UTF-8, else in hexadecimal digits.</summary>
    public static string Text(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Escape(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes));
        }
        catch (DecoderFallbackException)
        {
            return Hex(bytes);
        }
    }

    public static string Hex(ReadOnlySpan<byte> bytes) => "0x" + Convert.ToHexStringLower(bytes);

    /// <summary>In quotation marks, with all that could break a line or a token escaped as in Java.</summary>
    public static string Escape(string value)
    {
        var escaped = new StringBuilder("\"");
        foreach (char c in value)
        {
            if (c is '"' or '\\')
            {
                escaped.Append('\\').Append(c);
            }
            else if (char.IsControl(c) || c is '\u2028' or '\u2029' || char.IsSurrogate(c))
            {
                escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            }
            else
            {
                escaped.Append(c);
            }
        }

        return escaped.Append('"').ToString();
    }
}
