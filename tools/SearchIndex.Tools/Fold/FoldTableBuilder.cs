namespace SearchIndex.Tools.Fold;

/// <summary>
/// Composes the fold of every UTF-16 unit from its parts: Han variants by list, full width forms to ASCII, capitals to small
/// letters. A part is applied to the result of another until nothing changes, so that the fold is idempotent.
/// </summary>
internal sealed class FoldTableBuilder
{
    private const int UnitCount = 0x10000;
    private const int MaxRounds = 8;
    private const char FirstFullWidth = '\uFF01';
    private const char LastFullWidth = '\uFF5E';
    private const int FullWidthToAscii = '\uFF01' - '!';
    private const char IdeographicSpace = '\u3000';

    private readonly char[] _variants = new char[UnitCount];

    internal FoldTableBuilder()
    {
        for (int unit = 0; unit < UnitCount; unit++)
        {
            _variants[unit] = (char)unit;
        }
    }

    /// <summary>
    /// Adds a list of variants: a character, a tab, what it becomes (the first of several separated by spaces). Later lists win.
    /// Lines that begin with # are comments; characters that are no single unit are passed over, as the fold cannot map them.
    /// </summary>
    internal void AddVariants(TextReader lines)
    {
        while (lines.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            string[] parts = line.Split('\t', ' ');
            if (parts.Length < 2)
            {
                throw new InvalidDataException($"no tab in the line \"{line}\"");
            }

            if (parts[0].Length == 1 && parts[1].Length == 1)
            {
                _variants[parts[0][0]] = parts[1][0];
            }
        }
    }

    /// <summary>Returns the folded form of every unit.</summary>
    internal char[] Build()
    {
        var table = new char[UnitCount];
        for (int unit = 0; unit < UnitCount; unit++)
        {
            table[unit] = FoldFully((char)unit);
        }

        return table;
    }

    private char FoldFully(char unit)
    {
        char current = unit;
        for (int round = 0; round < MaxRounds; round++)
        {
            char folded = FoldOnce(current);
            if (folded == current)
            {
                return current;
            }

            current = folded;
        }

        throw new InvalidDataException($"the variants of U+{(int)unit:X4} run in a circle");
    }

    private char FoldOnce(char unit)
    {
        if (_variants[unit] != unit)
        {
            return _variants[unit];
        }

        return unit switch
        {
            >= FirstFullWidth and <= LastFullWidth => (char)(unit - FullWidthToAscii),
            IdeographicSpace => ' ',
            _ => char.ToLowerInvariant(unit),
        };
    }
}
