using SearchIndex.News.Query;
using SearchIndex.News.Query.Language;
using SearchIndex.News.Variants;

namespace SearchIndex.News.Suggestions.Corrections;

/// <summary>
/// Finds what a person may have meant by a query that finds little. One text of the query is replaced at a time; each result is counted as a
/// search with the same filters, and stays only if it finds more. The work is bounded: see the constants, and <see cref="IndexEdits.MaxLookups"/>.
/// </summary>
/// <param name="snapshot">The index.</param>
/// <param name="variants">The regional variants.</param>
/// <param name="suggester">The names and words of the archive; null while they are not gathered yet.</param>
/// <param name="counts">Counts articles.</param>
internal sealed class CorrectionFinder(IndexSnapshot snapshot, VariantTable variants, Suggester? suggester, ArticleCounts counts)
{
    /// <summary>The most articles that a query finds for corrections to be looked for.</summary>
    public const int MaxFound = 10;

    /// <summary>A correction of a query with hits finds more than so many times as many articles; the form of another region only more.</summary>
    private const int TimesMore = 10;

    /// <summary>A correction that finds so many times fewer articles than the best is left out.</summary>
    private const int TimesFewer = 20;

    private const int MaxTexts = 5;
    private const int MaxCounted = 16;
    private const int MaxCorrections = 3;

    /// <summary>Returns the corrections, the likeliest first; none when the query finds enough.</summary>
    /// <param name="request">The search.</param>
    /// <param name="found">How many articles it found.</param>
    /// <param name="cancellation">Stops the counting.</param>
    public IReadOnlyList<Correction> Find(SearchRequest request, int found, CancellationToken cancellation)
    {
        if (found > MaxFound)
        {
            return [];
        }

        QueryNode root = QueryParser.Parse(request.Query).Root;
        var candidates = new TextCandidates(suggester, new BigramFrequencies(snapshot.Reader), request.Variants ? null : variants);
        var likeliest = QueryTexts.Of(root)
            .SelectMany(node => QueryTexts.In(node).Select(text => (Node: node, Text: text)))
            .Where(place => IsRare(place.Text, request.Variants, cancellation))
            .Take(MaxTexts)
            .SelectMany(place => candidates.Of(place.Text).Select(candidate => (Place: place, Candidate: candidate)))
            .Where(pair => found == 0 || IsWorthOffering(pair.Place.Text, pair.Candidate, candidates))
            .OrderByDescending(pair => pair.Candidate.Promise)
            .Take(MaxCounted);
        var corrections = new List<(Correction Correction, float Score)>();
        foreach (((QueryNode Node, string Text) place, TextCandidate candidate) in likeliest)
        {
            string query = QueryTexts.Replace(request.Query, root, place.Node, place.Text, candidate.Text);
            int articles = counts.Of(request with { Query = query }, cancellation);
            if (articles > (candidate.Kind == CorrectionKind.Region ? found : found * TimesMore))
            {
                corrections.Add((new Correction(query, candidate.Text, candidate.Kind, articles), candidate.ScoreWith(articles)));
            }
        }

        Correction[] ordered = [.. corrections
            .OrderByDescending(found => found.Score)
            .Select(found => found.Correction)
            .DistinctBy(correction => correction.Query, StringComparer.Ordinal)];
        return [.. ordered.Where(correction => correction.Articles >= ordered[0].Articles / TimesFewer).Take(MaxCorrections)];
    }

    /// <summary>
    /// What is found may be right and rare: then only names and words are offered for it, and for what is itself one only the form of another region.
    /// </summary>
    private static bool IsWorthOffering(string text, TextCandidate candidate, TextCandidates candidates) =>
        candidate.Kind == CorrectionKind.Region || (candidate.IsKnown && !candidates.IsKnown(text));

    /// <summary>A text that many articles have by itself is not what keeps the query from finding something.</summary>
    private bool IsRare(string text, bool variantsToo, CancellationToken cancellation) =>
        counts.Of(
            new SearchRequest { Query = new TextNode(QueryField.Text, text, TextForm.Quoted).ToString(), Variants = variantsToo }, cancellation) <= MaxFound;
}
