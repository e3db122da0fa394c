using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SearchIndex.Server.Tests.Security.Attacks;

/// <summary>
/// Makes bytes of the text of an attack. Lines are parted by line feeds, an empty one comes before the body. <c>‹text›</c> is percent-encoded,
/// <c>{name}</c> is a value of the scene, <c>{a*70000}</c> is so many times a, <c>{n}</c> the number of the request.
/// </summary>
internal static partial class AttackRequest
{
    /// <summary>Returns what goes over the line.</summary>
    public static byte[] BytesOf(Attack attack, IReadOnlyDictionary<string, string> values, int number)
    {
        string text = Repeated().Replace(attack.Sent, match => Repeat(match.Groups[1].Value, match.Groups[2].Value));
        text = Named().Replace(text, match => match.Groups[1].Value == "n"
            ? number.ToString(CultureInfo.InvariantCulture)
            : values.GetValueOrDefault(match.Groups[1].Value, match.Value));
        text = Encoded().Replace(text, match => Uri.EscapeDataString(match.Groups[1].Value));
        return Encoding.UTF8.GetBytes(attack.IsRaw ? text : WithHeaders(text));
    }

    /// <summary>Returns a text of an attack as a document shows it: on one line, and nothing in it that turns or hides.</summary>
    public static string Show(string text)
    {
        var shown = new StringBuilder();
        foreach (char unit in text.ReplaceLineEndings("\n").TrimEnd('\n'))
        {
            _ = unit switch
            {
                '‹' or '›' => shown,
                '\n' => shown.Append(" ⏎ "),
                '|' => shown.Append("\\|"),
                < ' ' or '\u202E' or '\u2066' => shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}"),
                _ => shown.Append(unit),
            };
        }

        return shown.ToString();
    }

    private static string WithHeaders(string text)
    {
        string[] parts = text.Split("\n\n", 2);
        string[] lines = parts[0].Split('\n');
        bool hasHost = lines.Any(line => line.StartsWith("Host:", StringComparison.OrdinalIgnoreCase));
        string[] all = [lines[0] + " HTTP/1.1", .. hasHost ? [] : new[] { "Host: localhost" }, .. lines.Skip(1), "Connection: close"];
        return string.Join("\r\n", all) + "\r\n\r\n" + parts.ElementAtOrDefault(1);
    }

    private static string Repeat(string text, string times) =>
        new StringBuilder().Insert(0, text, int.Parse(times, CultureInfo.InvariantCulture)).ToString();

    [GeneratedRegex(@"\{([^{}]+?)\*(\d+)\}", RegexOptions.Singleline)]
    private static partial Regex Repeated();

    [GeneratedRegex(@"\{([a-z ]+)\}")]
    private static partial Regex Named();

    [GeneratedRegex("‹([^›]*)›", RegexOptions.Singleline)]
    private static partial Regex Encoded();
}
