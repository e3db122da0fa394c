using System.Diagnostics;
using SearchIndex.Engine.Analysis;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Documents;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util;
using SearchIndex.News;

namespace SearchIndex.Benchmarks.Analyzing;

/// <summary>Our side of the race of analysis; the counterpart of the Java program <c>BenchAnalysis</c>.</summary>
/// <param name="texts">The texts.</param>
/// <param name="scratch">A folder for the index.</param>
internal sealed class AnalysisWork(string[] texts, string scratch)
{
    /// <summary>The name of the work that cuts all texts into SmartCn's words.</summary>
    public const string Words = "words";

    private const string Bigrams = "bigrams";
    private const string Build = "build";
    private const long BufferBytes = 256L << 20;

    private static readonly FieldType BigramField = new()
    {
        Tokenized = true,
        IndexOptions = IndexOptions.DocsAndFreqsAndPositionsAndOffsets,
    };

    /// <summary>Gets the names of all work.</summary>
    public static IReadOnlyList<string> Names { get; } = [Words, Bigrams, Build];

    /// <summary>Does the work once, and returns the number of tokens (0 for an index) and the seconds.</summary>
    public (long Tokens, double Seconds) Run(string name)
    {
        long started = Stopwatch.GetTimestamp();
        long tokens = name switch
        {
            Words => Analyze(ArticleSchema.WordAnalyzer),
            Bigrams => Analyze(ArticleSchema.BigramAnalyzer),
            _ => BuildIndex(),
        };
        return (tokens, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    private long Analyze(Analyzer analyzer)
    {
        TokenStream stream = analyzer.CreateTokenStream(ArticleSchema.Body);
        long tokens = 0;
        long units = 0;
        foreach (string text in texts)
        {
            stream.Reset(text.AsMemory());
            while (stream.IncrementToken())
            {
                units += stream.Term.Length;
                tokens++;
            }
        }

        GC.KeepAlive(units);
        return tokens;
    }

    private long BuildIndex()
    {
        using var directory = new FSDirectory(scratch);
        using var writer = new IndexWriter(directory, new IndexWriterConfig(ArticleSchema.BigramAnalyzer, Lucene87Codec.Instance)
        {
            OpenMode = OpenMode.Create,
            RamBufferBytes = BufferBytes,
        });
        foreach (string text in texts)
        {
            var document = new Document();
            document.Add(new Field(ArticleSchema.Body, text, BigramField));
            writer.AddDocument(document);
        }

        writer.Commit();
        return 0;
    }
}
