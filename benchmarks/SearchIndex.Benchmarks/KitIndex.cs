using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Store;
using SearchIndex.News;
using SearchIndex.News.Ingest;

namespace SearchIndex.Benchmarks;

/// <summary>Indexes the passages of the retrieval kit, with news articles as distractors.</summary>
internal static class KitIndex
{
    private const int DistractorUnits = 1500;

    /// <summary>Makes the index.</summary>
    /// <param name="kit">The kit.</param>
    /// <param name="distractors">Folders of news articles, of which title and the first 1,500 units of text count; none for the passages alone.</param>
    /// <param name="indexFolder">Where the index goes.</param>
    public static void Build(RetrievalKit kit, IReadOnlyList<string> distractors, string indexFolder)
    {
        using var directory = new FSDirectory(indexFolder);
        using var writer = new IndexWriter(directory, new IndexWriterConfig(ArticleSchema.Analyzer, Lucene87Codec.Instance) { OpenMode = OpenMode.Create });
        foreach ((string id, string text) in kit.Passages())
        {
            writer.AddDocument(ArticleSchema.ToDocument(new Article
            {
                Id = id,
                Title = string.Empty,
                Outlet = new Outlet("kit", "kit"),
                Paragraphs = [text],
                Sources = [id],
            }));
        }

        SourceFile[] files = distractors.Count == 0 ? [] : [.. SourceFolder.Enumerate(distractors, CancellationToken.None)];
        Parallel.ForEach(ArticleSurvey.Run(files, Environment.ProcessorCount, CancellationToken.None), group =>
        {
            if (ArticleReader.Read(group).Article is { } article)
            {
                writer.AddDocument(ArticleSchema.ToDocument(Shorten(article)));
            }
        });
        writer.Commit();
    }

    private static Article Shorten(Article article)
    {
        int left = Math.Max(0, DistractorUnits - article.Title.Length - 1);
        var paragraphs = new List<string>();
        foreach (string paragraph in article.Paragraphs)
        {
            if (left <= 0)
            {
                break;
            }

            paragraphs.Add(paragraph.Length <= left ? paragraph : paragraph[..left]);
            left -= paragraph.Length + 1;
        }

        return article with { Paragraphs = paragraphs };
    }
}
