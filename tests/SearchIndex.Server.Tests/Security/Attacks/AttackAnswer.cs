using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SearchIndex.Server.Tests.Security.Attacks;

/// <summary>What came back on a connection, from its first byte to its end.</summary>
internal sealed class AttackAnswer
{
    private const string StatusLine = "HTTP/1.1 ";

    private readonly List<(string Name, string Value)> _headers = [];

    public AttackAnswer(byte[] received, bool isEnded)
    {
        IsEnded = isEnded;
        Whole = Encoding.UTF8.GetString(received);
        Count = Whole.Split(StatusLine).Length - 1;
        int head = Whole.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (head < 0)
        {
            return;
        }

        string[] lines = Whole[..head].Split("\r\n");
        Status = int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture);
        _headers.AddRange(lines.Skip(1).Select(line => line.Split(": ", 2)).Select(parts => (parts[0], parts[1])));
        byte[] rest = received[(received.AsSpan().IndexOf("\r\n\r\n"u8) + 4)..];
        Body = Encoding.UTF8.GetString(HeaderOf("Transfer-Encoding") is null ? rest : Unchunk(rest));
    }

    /// <summary>Gets whether the service ended the connection.</summary>
    public bool IsEnded { get; }

    /// <summary>Gets everything that came, as text.</summary>
    public string Whole { get; }

    /// <summary>Gets how many answers came.</summary>
    public int Count { get; }

    /// <summary>Gets the status; 0 when there was no answer.</summary>
    public int Status { get; }

    /// <summary>Gets the body.</summary>
    public string Body { get; } = string.Empty;

    /// <summary>Gets the headers.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers => _headers;

    /// <summary>Gets the answer in a few words: the status, and the code of the problem, else the kind of content.</summary>
    public string Summary => Status == 0 ? "no answer, the connection ends" : $"{Status} {Kind()}".TrimEnd();

    /// <summary>Returns a header, or null.</summary>
    public string? HeaderOf(string name) =>
        Headers.Where(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value).FirstOrDefault();

    private string? Kind()
    {
        string? kind = HeaderOf("Content-Type")?.Split(';')[0];
        return kind == "application/problem+json" && Body.Length > 0 ? JsonDocument.Parse(Body).RootElement.GetProperty("code").GetString() : kind;
    }

    private static byte[] Unchunk(byte[] bytes)
    {
        using var whole = new MemoryStream();
        for (int at = 0; at < bytes.Length;)
        {
            int line = at + bytes.AsSpan(at).IndexOf("\r\n"u8);
            int size = int.Parse(Encoding.ASCII.GetString(bytes, at, line - at), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (size == 0)
            {
                break;
            }

            whole.Write(bytes, line + 2, size);
            at = line + 2 + size + 2;
        }

        return whole.ToArray();
    }
}
