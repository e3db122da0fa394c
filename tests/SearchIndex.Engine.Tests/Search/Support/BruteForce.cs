using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Tests.Search.Support;

/// <summary>
/// Answers queries by looking at every document, as the definitions read (spec 13). Texts are words with one space between them.
/// </summary>
internal sealed class BruteForce(IReadOnlyList<Dictionary<string, string>> documents, IReadOnlySet<int> deleted)
{
    /// <summary>Returns the live documents that match with their scores, best first.</summary>
    public List<(int Doc, double Score)> Search(Query query)
    {
        var hits = new List<(int Doc, double Score)>();
        for (int doc = 0; doc < documents.Count; doc++)
        {
            if (!deleted.Contains(doc) && Score(query, doc, 1) is { } score)
            {
                hits.Add((doc, score));
            }
        }

        return [.. hits.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Doc)];
    }

    /// <summary>Returns the score of a document, or null when it does not match.</summary>
    public double? Score(Query query, int doc, double boost) => query switch
    {
        TermQuery term => Bm25(term.Term.Field, [term.Term.Text], doc, boost, Frequency([[term.Term.Text]], [0], 0, term.Term.Field, doc)),
        PhraseQuery phrase => Phrase(phrase, doc, boost),
        MultiPhraseQuery phrase => MultiPhrase(phrase, doc, boost),
        PrefixQuery prefix => Words(prefix.Prefix.Field, doc).Any(word => StartsWith(word, prefix.Prefix.Text)) ? boost : null,
        MatchAllDocsQuery => boost,
        MatchNoDocsQuery => null,
        BoostQuery boosted => Score(boosted.Query, doc, boost * boosted.Boost),
        ConstantScoreQuery constant => Score(constant.Query, doc, 1) is null ? null : boost,
        NumericDocValuesRangeQuery range => IsInRange(range, doc) ? boost : null,
        DisjunctionMaxQuery max => Max(max, doc, boost),
        BooleanQuery boolean => Boolean(boolean, doc, boost),
        _ => throw new NotSupportedException(query.ToString()),
    };

    private static bool StartsWith(string word, string prefix) => word.StartsWith(prefix, StringComparison.Ordinal);

    private string[] Words(string field, int doc) =>
        documents[doc].TryGetValue(field, out string? text) ? text.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];

    private bool IsInRange(NumericDocValuesRangeQuery range, int doc) =>
        documents[doc].TryGetValue(range.Field, out string? text)
        && long.Parse(text, System.Globalization.CultureInfo.InvariantCulture) is long value && value >= range.From && value <= range.To;

    private double? Boolean(BooleanQuery query, int doc, double boost)
    {
        double sum = 0;
        int shouldMatches = 0;
        bool hasRequired = false;
        foreach (BooleanClause clause in query.Clauses)
        {
            double? score = Score(clause.Query, doc, boost);
            hasRequired |= clause.IsRequired;
            if ((clause.IsRequired && score is null) || (clause.Occur == Occur.MustNot && score is not null))
            {
                return null;
            }

            shouldMatches += clause.Occur == Occur.Should && score is not null ? 1 : 0;
            sum += clause.Occur is Occur.Must or Occur.Should ? score ?? 0 : 0;
        }

        int needed = hasRequired ? query.MinimumShouldMatch : Math.Max(1, query.MinimumShouldMatch);
        return shouldMatches >= needed ? sum : null;
    }

    private double? Max(DisjunctionMaxQuery query, int doc, double boost)
    {
        double[] scores = [.. query.Disjuncts.Select(disjunct => Score(disjunct, doc, boost)).OfType<double>()];
        return scores.Length == 0 ? null : scores.Max() + ((scores.Sum() - scores.Max()) * query.TieBreaker);
    }

    private double? Phrase(PhraseQuery query, int doc, double boost)
    {
        string[][] slots = [.. query.Terms.Select(term => new[] { term.Text })];
        return slots.Length == 0 ? null : Phrase(slots, query.Positions, query.Slop, query.Terms[0].Field, doc, boost);
    }

    private double? MultiPhrase(MultiPhraseQuery query, int doc, double boost)
    {
        string[][] slots = [.. query.Terms.Select(terms => terms.Select(term => term.Text).ToArray())];
        return Phrase(slots, query.Positions, query.Slop, query.Terms[0][0].Field, doc, boost);
    }

    private double? Phrase(string[][] slots, IReadOnlyList<int> positions, int slop, string field, int doc, double boost) =>
        Bm25(field, [.. slots.SelectMany(terms => terms)], doc, boost, Frequency(slots, positions, slop, field, doc));

    // An exact frequency counts starts; with a slop it is only told that there is a match.
    private double Frequency(string[][] slots, IReadOnlyList<int> positions, int slop, string field, int doc)
    {
        string[] words = Words(field, doc);
        if (slop > 0)
        {
            return IsWithinSlop(slots, positions, slop, words, []) ? double.NaN : 0;
        }

        int count = 0;
        for (int start = -positions[^1]; start < words.Length; start++)
        {
            int first = start;
            bool matches = Enumerable.Range(0, slots.Length).All(index =>
                first + positions[index] >= 0 && first + positions[index] < words.Length
                && slots[index].Contains(words[first + positions[index]]));
            count += matches ? 1 : 0;
        }

        return count;
    }

    private static bool IsWithinSlop(string[][] slots, IReadOnlyList<int> positions, int slop, string[] words, int[] chosen)
    {
        int slot = chosen.Length;
        if (slot == slots.Length)
        {
            IEnumerable<int> starts = chosen.Select((position, index) => position - positions[index]);
            return starts.Max() - starts.Min() <= slop;
        }

        return Enumerable.Range(0, words.Length)
            .Where(position => slots[slot].Contains(words[position]) && !chosen.Contains(position))
            .Any(position => IsWithinSlop(slots, positions, slop, words, [.. chosen, position]));
    }

    private double? Bm25(string field, string[] terms, int doc, double boost, double freq)
    {
        if (freq == 0)
        {
            return null;
        }

        int[] lengths = [.. Enumerable.Range(0, documents.Count).Select(other => Words(field, other).Length).Where(length => length > 0)];
        double idf = terms.Sum(term => Idf(field, term, lengths.Length));
        double length = SmallFloat.Byte4ToInt(SmallFloat.IntToByte4(Words(field, doc).Length));
        double saturation = freq / (freq + (1.2 * (0.25 + (0.75 * length / lengths.Average()))));
        return boost * idf * saturation;
    }

    private double Idf(string field, string term, int docCount)
    {
        int docFreq = Enumerable.Range(0, documents.Count).Count(doc => Words(field, doc).Contains(term));
        return docFreq == 0 ? 0 : Math.Log(1 + ((docCount - docFreq + 0.5) / (docFreq + 0.5)));
    }
}
