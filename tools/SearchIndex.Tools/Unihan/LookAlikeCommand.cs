using System.CommandLine;

namespace SearchIndex.Tools.Unihan;

/// <summary>The command <c>look-alikes</c>: makes the table of characters that are taken for each other, from Unihan and our own list.</summary>
internal static class LookAlikeCommand
{
    private const string OwnGroups = "SearchIndex.Tools.Unihan.look-alikes.txt";
    private const string Contents = "Characters that look alike, folded, one group a line; the surest first.";

    internal static Command Create()
    {
        var dictionary = new Option<FileInfo>("--dictionary") { Description = "Unihan_DictionaryLikeData.txt.", Required = true };
        var variants = new Option<FileInfo>("--variants") { Description = "Unihan_Variants.txt.", Required = true };
        var output = new Option<FileInfo>("--output") { Description = "The table to write, look-alikes.txt.", Required = true };
        var command = new Command("look-alikes", "Makes the table of characters that look alike.") { dictionary, variants, output };
        command.SetAction(parsed =>
        {
            using StreamReader dictionaryLines = parsed.GetRequiredValue(dictionary).OpenText();
            using StreamReader variantLines = parsed.GetRequiredValue(variants).OpenText();
            using var table = new StreamWriter(parsed.GetRequiredValue(output).FullName);
            Write([dictionaryLines, variantLines], table);
        });
        return command;
    }

    /// <summary>Makes the table.</summary>
    internal static void Write(IEnumerable<TextReader> unihan, TextWriter output)
    {
        var builder = new LookAlikeTableBuilder();
        using Stream own = typeof(LookAlikeCommand).Assembly.GetManifestResourceStream(OwnGroups)
            ?? throw new InvalidOperationException($"the resource {OwnGroups} is missing");
        using var ownLines = new StreamReader(own);
        builder.AddGroups(ownLines);
        foreach (TextReader lines in unihan)
        {
            foreach ((char character, string property, string value) in UnihanFile.Read(lines, LookAlikeTableBuilder.Properties))
            {
                builder.Add(character, property, value);
            }
        }

        UnicodeNotice.WriteTo(output, Contents, "kPhonetic, kSpoofingVariant, kFrequency and kGradeLevel");
        builder.WriteTo(output);
    }
}
