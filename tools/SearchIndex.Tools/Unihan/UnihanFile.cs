using System.Globalization;

namespace SearchIndex.Tools.Unihan;

/// <summary>
/// Reads a file of the Unihan database: lines of a code point, a property and its value, parted by tabs. Characters that are no single unit
/// are passed over, as the fold cannot map them.
/// </summary>
internal static class UnihanFile
{
    private const int Columns = 3;
    private const string CodePointPrefix = "U+";

    /// <summary>Yields the entries of the properties that are wanted, in the order of the file.</summary>
    internal static IEnumerable<(char Character, string Property, string Value)> Read(TextReader lines, params string[] properties)
    {
        while (lines.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            string[] columns = line.Split('\t');
            if (columns.Length != Columns)
            {
                throw new InvalidDataException($"no three columns in the line \"{line}\"");
            }

            if (properties.Contains(columns[1]) && TryReadCharacter(columns[0], out char character))
            {
                yield return (character, columns[1], columns[2]);
            }
        }
    }

    /// <summary>Reads <c>U+4E00</c>; false for what is no single unit.</summary>
    internal static bool TryReadCharacter(string text, out char character)
    {
        bool isNumber = int.TryParse(text.AsSpan(CodePointPrefix.Length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int codePoint);
        if (!isNumber || !text.StartsWith(CodePointPrefix, StringComparison.Ordinal))
        {
            throw new InvalidDataException($"no code point: \"{text}\"");
        }

        character = codePoint <= char.MaxValue ? (char)codePoint : default;
        return codePoint <= char.MaxValue;
    }
}
