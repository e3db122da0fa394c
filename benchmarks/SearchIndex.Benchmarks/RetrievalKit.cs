using System.Globalization;
using System.Text.Json;

namespace SearchIndex.Benchmarks;

/// <summary>The retrieval kit of the shared material, read into memory.</summary>
internal sealed class RetrievalKit(string folder)
{
    /// <summary>Gets the four sets of questions: whose they are, and which file asks them.</summary>
    public static IReadOnlyList<QuerySet> Sets { get; } =
    [
        new("a", "drcd", "queries.orig.tsv"),
        new("b", "drcd", "queries.conv.tsv"),
        new("c", "cmrc", "queries.orig.tsv"),
        new("d", "cmrc", "queries.conv.tsv"),
    ];

    public string NewsArchive => Path.Combine(folder, "news.tar.gz");

    /// <summary>Returns the passages by id.</summary>
    public IEnumerable<(string Id, string Text)> Passages()
    {
        foreach (string line in File.ReadLines(Path.Combine(folder, "passages.jsonl")))
        {
            using JsonDocument passage = JsonDocument.Parse(line);
            yield return (passage.RootElement.GetProperty("id").GetString()!, passage.RootElement.GetProperty("text").GetString()!);
        }
    }

    /// <summary>Returns the questions of a set.</summary>
    public IEnumerable<(string Id, string Text)> Questions(QuerySet set) =>
        File.ReadLines(Path.Combine(folder, set.File))
            .Select(line => line.Split('\t', 2))
            .Where(cells => cells[0].StartsWith(set.Prefix + "-", StringComparison.Ordinal))
            .Select(cells => (cells[0], cells[1]));

    /// <summary>Returns the passage that each question was written for.</summary>
    public Dictionary<string, string> Answers() =>
        File.ReadLines(Path.Combine(folder, "qrels.txt"))
            .Select(line => line.Split(' '))
            .Where(cells => cells[3] != "0")
            .ToDictionary(cells => cells[0], cells => cells[2], StringComparer.Ordinal);

    /// <summary>Returns the MRR@10 that Apache Lucene reached with a system, by set.</summary>
    public Dictionary<string, double> Baseline(string system) =>
        File.ReadLines(Path.Combine(folder, "baselines.tsv"))
            .Select(line => line.Split('\t'))
            .Where(cells => cells[0] == system)
            .ToDictionary(cells => cells[3], cells => double.Parse(cells[5], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    /// <summary>Returns the names: folded, Simplified, Traditional.</summary>
    public IEnumerable<(string Name, string Simplified, string Traditional)> Names() =>
        File.ReadLines(Path.Combine(folder, "names.tsv")).Skip(1).Select(line => line.Split('\t')).Select(cells => (cells[0], cells[1], cells[2]));

    /// <summary>Returns, by name, the files whose text holds it.</summary>
    public ILookup<string, string> FilesOfNames() =>
        File.ReadLines(Path.Combine(folder, "names_docs.tsv")).Skip(1).Select(line => line.Split('\t')).ToLookup(cells => cells[0], cells => cells[1]);
}
