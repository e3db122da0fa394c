using System.Globalization;
using SearchIndex.News.Query;
using SearchIndex.News.Query.Export;
using SearchIndex.News.Variants;

namespace SearchIndex.Benchmarks.Variants;

/// <summary>Does the search for one form find the articles that hold the other? Both ways for each pair, beside a search without variants.</summary>
internal sealed class VariantRecall(NewsSearcher searcher, IReadOnlyList<CorpusArticle> articles)
{
    /// <summary>The share that each pair, and all together, must reach.</summary>
    public const double Wanted = 0.99;

    private readonly (string Id, string Source, string Key)[] _texts = [.. articles.AsParallel().AsOrdered().Select(article => (article.Id, article.Source, article.Key()))];
    private int _wanted, _found, _foundPlain, _pairs, _short;

    /// <summary>Measures all pairs and prints a table.</summary>
    /// <param name="pairs">Two forms each.</param>
    /// <returns>Whether every pair is good enough.</returns>
    public bool Run(IEnumerable<(string First, string Second)> pairs)
    {
        Console.WriteLine("| first | second | hold the second | missed | missed without variants | hold the first | missed | missed without variants |");
        Console.WriteLine("|---|---|---:|---:|---:|---:|---:|---:|");
        foreach ((string first, string second) in pairs)
        {
            _pairs++;
            Console.WriteLine($"| {first} | {second} | {Measure(first, second)} | {Measure(second, first)} |");
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"\n{_pairs} pairs, both ways: {_wanted} articles hold the other form; found {_found} ({Share(_found):P2}), without variants {_foundPlain} ({Share(_foundPlain):P2}); below {Wanted:P0}: {_short}"));
        return _short == 0 && Share(_found) >= Wanted;
    }

    private string Measure(string typed, string other)
    {
        (string Id, string Source, string Key)[] holders = [.. _texts.Where(text => text.Key.Contains(VariantText.Key(other), StringComparison.Ordinal))];
        HashSet<string> found = Find(typed, variants: true);
        HashSet<string> plain = Find(typed, variants: false);
        int missed = holders.Count(holder => !found.Contains(holder.Id));
        int missedPlain = holders.Count(holder => !plain.Contains(holder.Id));
        _wanted += holders.Length;
        _found += holders.Length - missed;
        _foundPlain += holders.Length - missedPlain;
        _short += holders.Length == 0 || missed > (1 - Wanted) * holders.Length ? 1 : 0;
        foreach ((_, string source, _) in holders.Where(holder => !found.Contains(holder.Id)))
        {
            Console.Error.WriteLine($"missed\t{typed}\t{other}\t{source}");
        }

        return string.Create(CultureInfo.InvariantCulture, $"{holders.Length} | {missed} | {missedPlain}");
    }

    private HashSet<string> Find(string typed, bool variants)
    {
        var request = new SearchRequest { Query = $"“{typed}”", Collapse = false, Variants = variants };
        return [.. searcher.Export(request).Select((ExportedArticle article) => article.Id)];
    }

    private double Share(int found) => (double)found / Math.Max(1, _wanted);
}
