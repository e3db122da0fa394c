using System.Diagnostics;
using System.Globalization;
using SearchIndex.Engine.Analysis.Folding;
using SearchIndex.News.Query;
using SearchIndex.News.Suggestions.Corrections;

namespace SearchIndex.Benchmarks.Suggesting;

/// <summary>
/// Searches for misspelled names and looks at what is offered instead. Of the times of several searchers the least counts; it is that of the whole
/// search, hits included.
/// </summary>
internal sealed class MisspellingMeasurement(IReadOnlyList<NewsSearcher> searchers)
{
    /// <summary>Prints a table and returns how many corrections do not find more than what was typed.</summary>
    public int Print(IEnumerable<Misspelling> misspellings)
    {
        (Misspelling Slip, SearchPage Page, TimeSpan Time)[] all = [.. misspellings.Select(slip =>
        {
            (SearchPage page, TimeSpan time) = Search(slip.Typed);
            return (slip, page, time);
        })];
        Console.WriteLine("| slip | names | find little | of these corrected | corrected first | p50 ms | p99 ms |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|");
        foreach (var set in all.GroupBy(answer => answer.Slip.Rule).Select(same => (Name: same.Key, Answers: same.ToArray())).Append((Name: "all", Answers: all)))
        {
            var times = new Latencies(set.Answers.Select(answer => answer.Time));
            (string Meant, string[] Offered)[] little = [.. set.Answers
                .Where(answer => answer.Page.Articles <= CorrectionFinder.MaxFound)
                .Select(answer => (answer.Slip.Meant, answer.Page.DidYouMean.Select(correction => CharacterFold.Fold(correction.Text)).ToArray()))];
            double corrected = 100.0 * little.Count(answer => answer.Offered.Contains(answer.Meant)) / little.Length;
            double first = 100.0 * little.Count(answer => answer.Offered.FirstOrDefault() == answer.Meant) / little.Length;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {set.Name} | {times.Count} | {little.Length} | {corrected:F1} % | {first:F1} % | {times.Median:F2} | {times.Percentile99:F2} |"));
        }

        int offers = all.Sum(answer => answer.Page.DidYouMean.Count);
        int worse = all.Sum(answer => answer.Page.DidYouMean.Count(correction => Search(correction.Query).Page.Articles <= answer.Page.Articles));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\ncorrections: {offers}, of which find more than what was typed: {offers - worse}"));
        return worse;
    }

    private (SearchPage Page, TimeSpan Time) Search(string query)
    {
        SearchPage? page = null;
        TimeSpan least = TimeSpan.MaxValue;
        foreach (NewsSearcher searcher in searchers)
        {
            long started = Stopwatch.GetTimestamp();
            page = searcher.Search(new SearchRequest { Query = query });
            TimeSpan time = Stopwatch.GetElapsedTime(started);
            least = time < least ? time : least;
        }

        return (page!, least);
    }
}
