using System.Buffers;

namespace SearchIndex.Server.Collections;

/// <summary>The name of an archive among several. It stands in addresses, labels of metrics and the log, none of which have to escape it.</summary>
public static class CollectionName
{
    /// <summary>The most characters.</summary>
    public const int MaxLength = 40;

    /// <summary>What a name may be, for a person.</summary>
    public const string Allowed = "up to 40 of a-z, 0-9 and -, beginning with a letter or digit";

    private static readonly SearchValues<char> Characters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <summary>Returns whether a text can be a name.</summary>
    public static bool IsAllowed(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length is > 0 and <= MaxLength && text[0] != '-' && !text.AsSpan().ContainsAnyExcept(Characters);
    }
}
