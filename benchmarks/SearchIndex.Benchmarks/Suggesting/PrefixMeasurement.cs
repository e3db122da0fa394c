using System.Diagnostics;
using System.Globalization;
using SearchIndex.News.Query;
using SearchIndex.News.Suggestions;
using SearchIndex.News.Variants;

namespace SearchIndex.Benchmarks.Suggesting;

/// <summary>
/// Types beginnings and looks at what is suggested. Each is typed once to each of several searchers that have not seen it yet, and the least time
/// counts: what others do on the machine is no part of the answer.
/// </summary>
internal sealed class PrefixMeasurement(IReadOnlyList<NewsSearcher> searchers)
{
    /// <summary>Prints a table and returns how many suggestions have no articles.</summary>
    public int Print(IEnumerable<TypedPrefix> prefixes)
    {
        (TypedPrefix Prefix, IReadOnlyList<Suggestion> Suggestions, TimeSpan Time)[] all = [.. prefixes.Select(prefix =>
        {
            (IReadOnlyList<Suggestion> suggestions, TimeSpan time) = Type(prefix.Typed);
            return (prefix, suggestions, time);
        })];
        Console.WriteLine("| typed | prefixes | p50 ms | p99 ms | wanted among the first ten |");
        Console.WriteLine("|---|---:|---:|---:|---:|");
        foreach (var set in all.GroupBy(answer => answer.Prefix.Set).Select(same => (Name: same.Key, Answers: same.ToArray())).Append((Name: "all", Answers: all)))
        {
            var times = new Latencies(set.Answers.Select(answer => answer.Time));
            int found = set.Answers.Count(answer => HasWanted(answer.Suggestions, answer.Prefix.Wanted));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {set.Name} | {times.Count} | {times.Median:F2} | {times.Percentile99:F2} | {100.0 * found / times.Count:F1} % |"));
        }

        Suggestion[] suggestions = [.. all.SelectMany(answer => answer.Suggestions)];
        int empty = suggestions.Count(suggestion => searchers[0].Search(new SearchRequest { Query = suggestion.Query, Size = 1 }).Articles == 0);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"\nsuggestions: {suggestions.Length}, of which a search finds articles: {suggestions.Length - empty}"));
        return empty;
    }

    private (IReadOnlyList<Suggestion> Suggestions, TimeSpan Time) Type(string typed)
    {
        IReadOnlyList<Suggestion> suggestions = [];
        TimeSpan least = TimeSpan.MaxValue;
        foreach (NewsSearcher searcher in searchers)
        {
            long started = Stopwatch.GetTimestamp();
            suggestions = searcher.Suggest(typed).Suggestions;
            TimeSpan time = Stopwatch.GetElapsedTime(started);
            least = time < least ? time : least;
        }

        return (suggestions, least);
    }

    /// <summary>Another form of the wanted name is as good: of the forms of one group only one is suggested.</summary>
    private static bool HasWanted(IReadOnlyList<Suggestion> suggestions, string wanted)
    {
        string key = SuggestionText.Key(wanted);
        IEnumerable<string> others = VariantTable.Embedded.FindAll(key, key)
            .Where(match => match.Length == key.Length)
            .SelectMany(match => match.Alternatives)
            .Select(alternative => SuggestionText.Key(alternative.Form.Text));
        HashSet<string> keys = [key, .. others];
        return suggestions.Any(suggestion => keys.Contains(SuggestionText.Key(suggestion.Text)));
    }
}
