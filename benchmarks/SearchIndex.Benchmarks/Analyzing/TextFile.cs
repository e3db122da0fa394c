using System.Text;

namespace SearchIndex.Benchmarks.Analyzing;

/// <summary>The texts of an archive as lines, for both sides: title, line feed, body; a line feed stands as U+0001.</summary>
internal static class TextFile
{
    private const char LineFeedMark = '\u0001';
    private const int TitleColumn = 7;
    private const int BodyColumn = 8;

    /// <summary>Writes the texts to a file in a folder, unless it is there, and returns its path.</summary>
    public static string Ensure(string archive, string folder)
    {
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, "texts.txt");
        if (File.Exists(path))
        {
            return path;
        }

        bool packed = File.Exists(archive);
        string articles = packed ? TarArchive.Unpack(archive) : archive;
        string tsv = Path.Combine(folder, "articles.tsv");
        try
        {
            ArticleTsv.Write([articles], tsv);
            File.WriteAllLines(path, File.ReadLines(tsv).Select(TextOf), new UTF8Encoding(false));
        }
        finally
        {
            File.Delete(tsv);
            if (packed)
            {
                Directory.Delete(articles, recursive: true);
            }
        }

        return path;
    }

    /// <summary>Reads the texts.</summary>
    public static string[] Read(string path) => [.. File.ReadLines(path).Select(line => line.Replace(LineFeedMark, '\n'))];

    private static string TextOf(string line)
    {
        string[] cells = line.Split('\t');
        return cells[TitleColumn] + LineFeedMark + cells[BodyColumn];
    }
}
