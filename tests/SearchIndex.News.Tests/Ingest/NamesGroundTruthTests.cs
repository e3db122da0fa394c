using SearchIndex.News.Ingest;
using SearchIndex.News.Tests.Judge;
using SearchIndex.Testing;

namespace SearchIndex.News.Tests.Ingest;

/// <summary>
/// Reads the 5,000 real files of the retrieval kit: each becomes an article or a copy of one, and every article holds the names that the
/// kit's own extraction found in its files, so that nothing a reader may look for is lost.
/// </summary>
public sealed class NamesGroundTruthTests
{
    [SharedFact]
    public void Read_NewsOfTheKit_LosesNoName()
    {
        using var folder = new TemporaryFolder();
        string news = NewsArchives.UnpackKitNews(folder.Path);
        char[] fold = LoadFold();
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        SourceFile[] files = [.. SourceFolder.Enumerate([news], default)];

        foreach (ArticleGroup group in ArticleSurvey.Run(files, Environment.ProcessorCount, default))
        {
            ArticleReading reading = ArticleReader.Read(group);
            Assert.Empty(reading.Problems);
            string text = Fold(reading.Article!, fold);
            foreach (string source in reading.Article!.Sources)
            {
                texts.Add(source, text);
            }
        }

        Assert.Equal(files.Length, texts.Count);
        IEnumerable<string> lost = File.ReadLines(RepositoryFolder.AtShared("eval", "names_docs.tsv"))
            .Skip(1)
            .Select(line => line.Split('\t'))
            .Where(pair => !texts[pair[1]].Contains(pair[0], StringComparison.Ordinal))
            .Select(pair => $"{pair[0]} in {pair[1]}");
        Assert.Empty(lost);
    }

    private static char[] LoadFold()
    {
        char[] fold = [.. Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code)];
        foreach (string line in File.ReadLines(RepositoryFolder.AtShared("eval", "tools", "fold_ext.tsv")))
        {
            string[] columns = line.Split('\t');
            if (columns is [{ Length: 1 } from, { Length: 1 } to, ..])
            {
                fold[from[0]] = to[0];
            }
        }

        return fold;
    }

    private static string Fold(Article article, char[] fold)
    {
        char[] text = [.. article.Title, '\n', .. string.Join('\n', article.Paragraphs)];
        for (int i = 0; i < text.Length; i++)
        {
            text[i] = fold[text[i]];
        }

        return new string(text);
    }
}
