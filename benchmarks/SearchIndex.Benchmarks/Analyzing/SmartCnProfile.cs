using System.Diagnostics;
using System.Globalization;
using SearchIndex.Engine.Analysis.Folding;
using SearchIndex.Engine.Analysis.SmartCn;

namespace SearchIndex.Benchmarks.Analyzing;

/// <summary>Where the time of SmartCn goes: folding, finding sentences, finding words, and making terms of them, each stage alone.</summary>
internal static class SmartCnProfile
{
    private const int PieceLength = 1024;

    public static void Print(string[] texts, double megabytes, int rounds)
    {
        char[][] pieces = [.. texts.SelectMany(text => text.Chunk(PieceLength))];
        var folded = new char[PieceLength];
        double fold = Measure(rounds, () =>
        {
            foreach (char[] piece in pieces)
            {
                CharacterFold.Fold(piece, folded);
            }
        });
        Array.ForEach(pieces, piece => CharacterFold.Fold(piece, piece));
        var ends = new List<int>[pieces.Length];
        var splitter = new SentenceSplitter();
        double sentences = Measure(rounds, () =>
        {
            for (int number = 0; number < pieces.Length; number++)
            {
                ends[number] = EndsOf(splitter, pieces[number], ends[number]);
            }
        });
        var graph = new WordGraph(SmartCnLexicon.Shared);
        double words = Measure(rounds, () =>
        {
            for (int number = 0; number < pieces.Length; number++)
            {
                Segment(graph, pieces[number], ends[number]);
            }
        });
        double whole = Measure(rounds, () => Tokenize(texts));
        Console.WriteLine();
        Console.WriteLine("| stage of SmartCn | ms | share | MB/s |");
        Console.WriteLine("|---|---:|---:|---:|");
        PrintRow("fold", fold);
        PrintRow("sentences", sentences);
        PrintRow("words: graph and cheapest path", words);
        PrintRow("terms and the rest", Math.Max(0, whole - fold - sentences - words));
        PrintRow("all", whole);

        void PrintRow(string stage, double seconds) => Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {stage} | {seconds * 1000:F0} | {100 * seconds / whole:F0} % | {megabytes / Math.Max(seconds, 1e-6):F0} |"));
    }

    private static List<int> EndsOf(SentenceSplitter splitter, char[] piece, List<int>? reused)
    {
        List<int> ends = reused ?? [];
        ends.Clear();
        for (int at = 0; at < piece.Length; at = ends[^1])
        {
            ends.Add(splitter.FindEnd(piece, at));
        }

        return ends;
    }

    private static void Segment(WordGraph graph, char[] piece, List<int> ends)
    {
        int start = 0;
        foreach (int end in ends)
        {
            graph.Segment(piece.AsSpan(start..end));
            start = end;
        }
    }

    private static void Tokenize(string[] texts)
    {
        var stream = new SmartChineseTokenizer(dropsDelimiters: true, folds: true);
        foreach (string text in texts)
        {
            stream.Reset(text.AsMemory());
            while (stream.IncrementToken())
            {
            }
        }
    }

    private static double Measure(int rounds, Action work)
    {
        work();
        return Enumerable.Range(0, rounds).Select(_ =>
        {
            long started = Stopwatch.GetTimestamp();
            work();
            return Stopwatch.GetElapsedTime(started).TotalSeconds;
        }).Order().ElementAt(rounds / 2);
    }
}
