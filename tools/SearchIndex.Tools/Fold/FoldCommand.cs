using System.CommandLine;

namespace SearchIndex.Tools.Fold;

/// <summary>The command <c>fold</c>: makes the fold table from OpenCC's list and our additions.</summary>
internal static class FoldCommand
{
    private const string AdditionsResource = "SearchIndex.Tools.Fold.fold-additions.tsv";

    internal static Command Create()
    {
        var openCc = new Option<FileInfo>("--opencc") { Description = "TSCharacters of OpenCC as text.", Required = true };
        var output = new Option<FileInfo>("--output") { Description = "The table to write, fold.bin.", Required = true };
        var command = new Command("fold", "Makes the table of character folds.") { openCc, output };
        command.SetAction(parsed =>
            Run(parsed.GetRequiredValue(openCc), parsed.GetRequiredValue(output), parsed.InvocationConfiguration.Output));
        return command;
    }

    /// <summary>Composes the table from OpenCC's list and our additions.</summary>
    internal static char[] BuildTable(TextReader openCc)
    {
        var builder = new FoldTableBuilder();
        builder.AddVariants(openCc);
        using Stream additions = typeof(FoldCommand).Assembly.GetManifestResourceStream(AdditionsResource)
            ?? throw new InvalidOperationException($"the resource {AdditionsResource} is missing");
        using var additionLines = new StreamReader(additions);
        builder.AddVariants(additionLines);
        return builder.Build();
    }

    private static void Run(FileInfo openCc, FileInfo output, TextWriter report)
    {
        using StreamReader lines = openCc.OpenText();
        char[] table = BuildTable(lines);
        byte[] packed = FoldTableWriter.Pack(table);
        File.WriteAllBytes(output.FullName, packed);
        report.WriteLine($"{output.FullName}: {packed.Length} bytes");
    }
}
