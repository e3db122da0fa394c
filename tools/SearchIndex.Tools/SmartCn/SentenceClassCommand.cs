using System.CommandLine;

namespace SearchIndex.Tools.SmartCn;

/// <summary>The command <c>sentence-classes</c>: makes the table of sentence classes from a list.</summary>
internal static class SentenceClassCommand
{
    internal static Command Create()
    {
        var ranges = new Option<FileInfo>("--ranges") { Description = "The list: START END CLASS per line.", Required = true };
        var output = new Option<FileInfo>("--output") { Description = "The table to write, sentence-classes.bin.", Required = true };
        var command = new Command("sentence-classes", "Makes the table of sentence classes.") { ranges, output };
        command.SetAction(parsed =>
            Run(parsed.GetRequiredValue(ranges), parsed.GetRequiredValue(output), parsed.InvocationConfiguration.Output));
        return command;
    }

    private static void Run(FileInfo ranges, FileInfo output, TextWriter report)
    {
        using StreamReader lines = ranges.OpenText();
        byte[] packed = SentenceClassPacker.Pack(lines);
        File.WriteAllBytes(output.FullName, packed);
        report.WriteLine($"{output.FullName}: {packed.Length} bytes");
    }
}
