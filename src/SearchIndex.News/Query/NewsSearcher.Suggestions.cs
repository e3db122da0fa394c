using SearchIndex.News.Suggestions;
using SearchIndex.News.Suggestions.Corrections;
using SearchIndex.News.Variants;

namespace SearchIndex.News.Query;

/// <summary>Suggestions while typing, and corrections of queries that find little.</summary>
public sealed partial class NewsSearcher
{
    private readonly SuggesterSource _suggesters = new();

    /// <summary>
    /// Returns what a person may be about to type; each suggestion has articles. The first call waits until the names, words and titles of
    /// the index are gathered; later ones never wait.
    /// </summary>
    /// <param name="typed">What was typed so far.</param>
    /// <param name="size">The most suggestions, 1 to <see cref="SuggestionList.MaxSize"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is outside of its limits.</exception>
    public SuggestionList Suggest(string typed, int size = SuggestionList.DefaultSize)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, SuggestionList.MaxSize);
        return WithSnapshot(snapshot =>
        {
            VariantTable variants = _variants.Current;
            Suggester suggester = _suggesters.WaitAsync(snapshot, variants).GetAwaiter().GetResult();
            return new SuggestionList(typed, suggester.Find(typed, size, _suggesters.CountsOf(snapshot, variants)));
        });
    }

    /// <summary>Gathers what can be suggested, in the background, so that the first who types need not wait.</summary>
    /// <returns>A task that ends when the suggestions of the newest commit are ready.</returns>
    public Task PrepareSuggestionsAsync() => WithSnapshot(snapshot => _suggesters.PrepareAsync(snapshot, _variants.Current));

    /// <summary>Looks for what was meant by a query that finds little. It never waits: until names and words are gathered, it does without them.</summary>
    private IReadOnlyList<Correction> FindCorrections(IndexSnapshot snapshot, SearchRequest request, int found, CancellationToken cancellation)
    {
        bool isWorthwhile = request.Page == 1 && found <= CorrectionFinder.MaxFound && !string.IsNullOrWhiteSpace(request.Query);
        if (!isWorthwhile)
        {
            return [];
        }

        VariantTable variants = _variants.Current;
        Suggester? suggester = _suggesters.IfReady(snapshot, variants);
        return new CorrectionFinder(snapshot, variants, suggester, _suggesters.CountsOf(snapshot, variants)).Find(request, found, cancellation);
    }
}
