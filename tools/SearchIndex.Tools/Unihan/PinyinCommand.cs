using System.CommandLine;

namespace SearchIndex.Tools.Unihan;

/// <summary>The command <c>pinyin</c>: makes the table of readings from Unihan_Readings.</summary>
internal static class PinyinCommand
{
    private const string Contents =
        "Readings in pinyin without tones, \u00FC as v: syllable, characters that usually read so, characters that may; folded characters only.";

    internal static Command Create()
    {
        var readings = new Option<FileInfo>("--readings") { Description = "Unihan_Readings.txt.", Required = true };
        var output = new Option<FileInfo>("--output") { Description = "The table to write, pinyin.txt.", Required = true };
        var command = new Command("pinyin", "Makes the table of readings.") { readings, output };
        command.SetAction(parsed =>
        {
            using StreamReader lines = parsed.GetRequiredValue(readings).OpenText();
            using var table = new StreamWriter(parsed.GetRequiredValue(output).FullName);
            Write(lines, table);
        });
        return command;
    }

    /// <summary>Makes the table.</summary>
    internal static void Write(TextReader readings, TextWriter output)
    {
        var builder = new PinyinTableBuilder();
        foreach ((char character, string property, string value) in UnihanFile.Read(readings, PinyinTableBuilder.Properties))
        {
            builder.Add(character, property, value);
        }

        UnicodeNotice.WriteTo(output, Contents, "kMandarin, kHanyuPinlu, kTGHZ2013 and kXHC1983");
        builder.WriteTo(output);
    }
}
