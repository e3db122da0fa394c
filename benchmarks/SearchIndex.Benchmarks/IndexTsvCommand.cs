using System.Collections.Concurrent;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Documents;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Store;
using SearchIndex.News;
using SearchIndex.News.Ingest;

namespace SearchIndex.Benchmarks;

/// <summary>Our side of the indexing race, in a process of its own: the counterpart of the Java program <c>BuildNewsIndex</c>.</summary>
internal static class IndexTsvCommand
{
    public static Command Create()
    {
        var tsv = new Argument<string>("tsv") { Description = "articles as lines" };
        var indexFolder = new Argument<string>("index") { Description = "the folder of the index" };
        var threads = new Argument<int>("threads") { Description = "threads that analyse" };
        var bufferMegabytes = new Argument<int>("buffer") { Description = "megabytes of documents in memory" };
        var merge = new Option<bool>("--merge") { Description = "merge to one segment" };
        var command = new Command("index-tsv", "indexes articles from lines and prints one line of JSON")
        {
            tsv, indexFolder, threads, bufferMegabytes, merge,
        };
        command.SetAction(parse => Run(
            parse.GetValue(tsv)!,
            parse.GetValue(indexFolder)!,
            parse.GetValue(threads),
            parse.GetValue(bufferMegabytes),
            parse.GetValue(merge)));
        return command;
    }

    private static int Run(string tsv, string indexFolder, int threads, int bufferMegabytes, bool merge)
    {
        long started = Stopwatch.GetTimestamp();
        long bytes = 0;
        int count = 0;
        using var directory = new FSDirectory(indexFolder);
        using var writer = new IndexWriter(directory, new IndexWriterConfig(ArticleSchema.Analyzer, Lucene87Codec.Instance)
        {
            OpenMode = OpenMode.Create,
            RamBufferBytes = (long)bufferMegabytes << 20,
            MergeThreads = threads - 1, // One thread means one: it also merges.
        });

        // Line by line: in chunks, one thread would be left with the last of them while the other has none.
        var lines = Partitioner.Create(File.ReadLines(tsv), EnumerablePartitionerOptions.NoBuffering);
        Parallel.ForEach(lines, new ParallelOptions { MaxDegreeOfParallelism = threads }, line =>
        {
            Article article = ArticleTsv.ArticleOf(line);
            writer.AddDocument(RacedDocument(article));
            Interlocked.Add(ref bytes, Encoding.UTF8.GetByteCount(article.Title) + BodyBytes(article));
            Interlocked.Increment(ref count);
        });
        double addingSeconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        if (merge)
        {
            writer.Optimize();
        }

        writer.WaitForMerges();
        writer.Commit();
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        long indexBytes = directory.ListAll().Sum(directory.FileLength);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"docs\":{count},\"bytes\":{bytes},\"seconds\":{seconds:F3},\"addingSeconds\":{addingSeconds:F3},\"mbPerSecond\":{bytes / 1e6 / seconds:F2},\"peakRssMb\":{ProcessMemory.PeakMegabytes()},\"indexBytes\":{indexBytes}}}"));
        return 0;
    }

    /// <summary>Both sides index the same fields: columns that <c>BuildNewsIndex</c> does not make are left out.</summary>
    private static Document RacedDocument(Article article)
    {
        var raced = new Document();
        foreach (Field field in ArticleSchema.ToDocument(article).Fields)
        {
            if (field.Name is not (ArticleSchema.Signature or ArticleSchema.AuthorName))
            {
                raced.Add(field);
            }
        }

        return raced;
    }

    private static long BodyBytes(Article article) =>
        article.Paragraphs.Sum(paragraph => (long)Encoding.UTF8.GetByteCount(paragraph) + 1) - 1;
}
