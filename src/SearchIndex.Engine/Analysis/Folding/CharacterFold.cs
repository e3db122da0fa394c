namespace SearchIndex.Engine.Analysis.Folding;

/// <summary>
/// Maps characters that a reader takes for the same to one of them: Traditional and variant Han forms to Simplified ones, full
/// width forms to ASCII, capitals to small letters. One UTF-16 unit becomes one unit, so that offsets into the original text
/// stay true; what would need more units (and every surrogate pair) is left as it is. Folding twice changes nothing more.
/// Safe for several threads.
/// </summary>
public static class CharacterFold
{
    private static readonly char[] Table = FoldTable.LoadEmbedded();

    /// <summary>Returns the folded form of a unit.</summary>
    public static char Fold(char unit) => Table[unit];

    /// <summary>Folds a text, unit by unit.</summary>
    /// <param name="source">The text.</param>
    /// <param name="destination">Takes <paramref name="source"/>.Length units; may be the same memory.</param>
    /// <exception cref="ArgumentException">The destination is shorter than the source.</exception>
    public static void Fold(ReadOnlySpan<char> source, Span<char> destination)
    {
        if (destination.Length < source.Length)
        {
            throw new ArgumentException($"{source.Length} units need as much room, there are {destination.Length}", nameof(destination));
        }

        char[] table = Table;
        destination = destination[..source.Length];
        for (int index = 0; index < source.Length; index++)
        {
            destination[index] = table[source[index]];
        }
    }

    /// <summary>Folds a text; returns the same instance when nothing changes.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (char unit in text)
        {
            if (Table[unit] != unit)
            {
                return string.Create(text.Length, text, static (folded, source) => Fold(source, folded));
            }
        }

        return text;
    }
}
