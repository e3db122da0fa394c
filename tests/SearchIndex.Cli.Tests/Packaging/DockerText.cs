namespace SearchIndex.Cli.Tests.Packaging;

/// <summary>Reads Dockerfiles: comments, lines that go on behind a backslash, flags.</summary>
internal static class DockerText
{
    /// <summary>Returns the instructions of a text.</summary>
    /// <exception cref="FormatException">A line goes on, but there is none behind it.</exception>
    public static IReadOnlyList<DockerInstruction> Parse(string text)
    {
        var instructions = new List<DockerInstruction>();
        string[] lines = text.Split('\n');
        string open = string.Empty;
        int first = 0;
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].Trim();
            if (line.Length == 0 || line[0] == '#')
            {
                continue; // Comments may stand between the lines of an instruction.
            }

            first = open.Length == 0 ? i + 1 : first;
            if (line[^1] == '\\')
            {
                open += line[..^1].Trim() + ' ';
                continue;
            }

            instructions.Add(Instruction(first, open + line));
            open = string.Empty;
        }

        return open.Length == 0 ? instructions : throw new FormatException($"line {first} goes on, and the file ends");
    }

    private static DockerInstruction Instruction(int line, string text)
    {
        string[] parts = text.Split(' ', 2, StringSplitOptions.TrimEntries);
        string rest = parts.Length > 1 ? parts[1] : throw new FormatException($"line {line}: {text} has nothing behind it");
        var flags = new List<string>();
        while (rest.StartsWith("--", StringComparison.Ordinal))
        {
            string[] split = rest.Split(' ', 2, StringSplitOptions.TrimEntries);
            flags.Add(split[0]);
            rest = split.Length > 1 ? split[1] : string.Empty;
        }

        return new DockerInstruction(line, parts[0].ToUpperInvariant(), flags, rest);
    }
}
