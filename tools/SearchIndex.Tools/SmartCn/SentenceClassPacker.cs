using System.Globalization;

namespace SearchIndex.Tools.SmartCn;

/// <summary>Packs the table of sentence classes; the grammar stands with the engine's SentenceClasses, which reads it.</summary>
internal static class SentenceClassPacker
{
    // The letters of the list, in the order of the engine's numbers.
    private const string ClassLetters = "OSTQCNPULDBI?";
    private const int CodePointEnd = 0x110000;

    /// <summary>
    /// Packs a list with a range per line: first and last code point in hexadecimal digits, class letter, separated by spaces. The
    /// ranges ascend and leave no gap; lines that begin with # are comments.
    /// </summary>
    internal static byte[] Pack(TextReader lines)
    {
        var packed = new PackedWriter();
        int next = 0;
        while (lines.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            string[] parts = line.Split(' ');
            int first = int.Parse(parts[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            int last = int.Parse(parts[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            int number = ClassLetters.IndexOf(parts[2], StringComparison.Ordinal);
            if (first != next || last < first || number < 0)
            {
                throw new InvalidDataException($"the line \"{line}\" does not go on at {next:X} with a known class");
            }

            packed.WriteVarInt(last - first + 1);
            packed.WriteByte((byte)number);
            next = last + 1;
        }

        return next == CodePointEnd ? packed.Written.ToArray() : throw new InvalidDataException($"the list ends before {next:X}");
    }
}
