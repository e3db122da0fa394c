using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SearchIndex.News.Ingest;

/// <summary>
/// Reads front matter: as YAML, or line by line when the YAML is broken, which it often is because titles hold quotes and colons.
/// The events of the YAML parser are used rather than an object model: no alias is followed, so that no input can grow.
/// </summary>
internal static class FrontMatterParser
{
    /// <summary>A longer block is read line by line: the YAML parser needs time with the square of the nesting that fits in.</summary>
    private const int MaxYamlLength = 16 << 10;

    /// <summary>Returns the front matter in <paramref name="block"/>, or null when nothing in it looks like an entry.</summary>
    internal static FrontMatter? Parse(string block)
    {
        var entries = new FrontMatterEntries();
        if (block.Length > MaxYamlLength || !TryReadYaml(block, entries))
        {
            entries.Clear();
            FrontMatterLines.Read(block, entries);
        }

        return entries.IsEmpty ? null : entries.ToFrontMatter();
    }

    private static bool TryReadYaml(string block, FrontMatterEntries entries)
    {
        try
        {
            var parser = new Parser(new StringReader(block));
            parser.Consume<StreamStart>();
            parser.Consume<DocumentStart>();
            if (!parser.TryConsume<MappingStart>(out _))
            {
                return false;
            }

            while (!parser.TryConsume<MappingEnd>(out _))
            {
                ReadEntry(parser, entries);
            }

            return true;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Besides its own exception the library lets InvalidOperationException and others out for some broken input.
            return false;
        }
    }

    private static void ReadEntry(IParser parser, FrontMatterEntries entries)
    {
        if (!parser.TryConsume<Scalar>(out Scalar? key))
        {
            parser.SkipThisAndNestedEvents();
            parser.SkipThisAndNestedEvents();
            return;
        }

        if (parser.TryConsume<Scalar>(out Scalar? value))
        {
            entries.Add(key.Value, value.Value);
            return;
        }

        if (!parser.TryConsume<SequenceStart>(out _))
        {
            parser.SkipThisAndNestedEvents();
            return;
        }

        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            if (parser.TryConsume<Scalar>(out Scalar? item))
            {
                entries.Add(key.Value, item.Value);
            }
            else
            {
                parser.SkipThisAndNestedEvents();
            }
        }
    }
}
