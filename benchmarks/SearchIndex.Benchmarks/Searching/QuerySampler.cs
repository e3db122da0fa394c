using SearchIndex.Engine.Analysis;
using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;
using SearchIndex.News;

namespace SearchIndex.Benchmarks.Searching;

/// <summary>
/// Makes queries from what an index holds, the same for the same seed: words and bigrams that stand together in an article, of given
/// ranges of frequency, and pieces of its text as phrases.
/// </summary>
internal sealed class QuerySampler
{
    private const int QueriesPerSet = 100;
    private const int MaxAttempts = 100_000;
    private const int NameCharacters = 3;
    private const int NameDocuments = 10;
    private const long YearMillis = 365L * 24 * 60 * 60 * 1000;

    private static readonly RaceMode[] TopModes = [RaceMode.Pruned, RaceMode.Exact];
    private static readonly RaceMode[] TopAndPageModes = [RaceMode.Pruned, RaceMode.Exact, RaceMode.Page, RaceMode.Tuned];

    private readonly DirectoryReader _reader;
    private readonly IndexSearcher _searcher;
    private readonly Random _random;

    public QuerySampler(DirectoryReader reader, int seed)
    {
        _reader = reader;
        _searcher = new IndexSearcher(reader);
        _random = new Random(seed);
    }

    /// <summary>Returns all sets.</summary>
    public IReadOnlyList<RaceSet> Sets()
    {
        string[][] spoken = Many(() => WordsOfOne(_random.Next(3, 7), 0.0002, 0.2));
        return
        [
            new("word, rare", Many(() => Word(0.0003, 0.002)), TopModes),
            new("word, middle", Many(() => Word(0.002, 0.03)), TopAndPageModes),
            new("word, common", Many(() => Word(0.03, 0.5)), TopModes),
            new("AND of two words", Many(() => AndOfTwo()), [.. TopModes, RaceMode.Count]),
            new("name (3 characters)", Many(Name), TopAndPageModes),
            new("long phrase (6-10)", Many(() => Phrase(_random.Next(6, 11))), TopModes),
            new("OR of 3-6, words", [.. spoken.Select(words => OrOf(WordTerms(words)))], [.. TopModes, RaceMode.Count]),
            new("OR of 3-6, bigrams", [.. spoken.Select(words => OrOf(BigramTerms(words)))], [.. TopModes, RaceMode.Count]),
            new("OR of 3-6, both", [.. spoken.Select(Both)], [.. TopAndPageModes, RaceMode.Count, RaceMode.Facets]),
            new("OR, outlet, dates", [.. spoken.Select(Filtered)], [.. TopModes, RaceMode.Count]),
        ];
    }

    /// <summary>Returns what people would type into a search box: words, names and longer texts of articles, in their script.</summary>
    public IReadOnlyList<string> Typed()
    {
        string[][] kinds =
        [
            Many(() => Spelled(WordsOfOne(1, 0.0003, 0.5))),
            Many(() => Spelled(WordsOfOne(2, 0.002, 0.3))),
            Many(NameText),
            Many(() => HanText(_random.Next(6, 11)) is { } phrase ? $"\"{phrase}\"" : null),
            Many(() => HanText(_random.Next(12, 25))),
        ];
        string[] all = [.. kinds.SelectMany(texts => texts)];
        _random.Shuffle(all);
        return all;
    }

    private static string? Spelled(string[]? words) => words is null ? null : string.Join(' ', words);

    private static PhraseQuery PhraseOf(string text) => new(ArticleSchema.Body, Tokens(ArticleSchema.BigramAnalyzer, text));

    private static BooleanQuery Both(string[] words) => OrOf([.. BigramTerms(words), .. WordTerms(words)]);

    private static Term[] WordTerms(string[] words) => [.. words.Select(word => new Term(ArticleSchema.BodyWords, word))];

    private static Term[] BigramTerms(string[] words) =>
        [.. words.SelectMany(word => Tokens(ArticleSchema.BigramAnalyzer, word)).Distinct().Select(text => new Term(ArticleSchema.Body, text))];

    private static BooleanQuery OrOf(Term[] terms)
    {
        var builder = new BooleanQuery.Builder();
        foreach (Term term in terms)
        {
            builder.Add(new TermQuery(term), Occur.Should);
        }

        return builder.Build();
    }

    private static List<string> Tokens(Analyzer analyzer, string text)
    {
        var tokens = new List<string>();
        TokenStream stream = analyzer.CreateTokenStream(ArticleSchema.Body);
        stream.Reset(text.AsMemory());
        while (stream.IncrementToken())
        {
            tokens.Add(stream.Term.ToString());
        }

        return tokens;
    }

    private static long DocFreq(Terms? terms, Term term)
    {
        TermsEnum? found = terms?.Iterator();
        return found is not null && found.SeekExact(term.Bytes) ? found.DocFreq : 0;
    }

    private static bool IsHan(char unit) => unit is >= '\u4E00' and <= '\u9FFF';

    private static T[] Many<T>(Func<T?> sample)
        where T : class
    {
        var samples = new List<T>();
        for (int attempt = 0; samples.Count < QueriesPerSet && attempt < MaxAttempts; attempt++)
        {
            if (sample() is { } one)
            {
                samples.Add(one);
            }
        }

        return samples.Count == QueriesPerSet ? [.. samples] : throw new InvalidOperationException("the index has too few terms to make queries from");
    }

    private TermQuery? Word(double fromShare, double toShare) =>
        WordsOfOne(1, fromShare, toShare) is { } words ? new TermQuery(WordTerms(words)[0]) : null;

    private BooleanQuery? AndOfTwo()
    {
        if (WordsOfOne(2, 0.002, 0.3) is not { } words)
        {
            return null;
        }

        Term[] terms = WordTerms(words);
        return new BooleanQuery.Builder().Add(new TermQuery(terms[0]), Occur.Must).Add(new TermQuery(terms[1]), Occur.Must).Build();
    }

    private PhraseQuery? Name() => NameText() is { } name ? PhraseOf(name) : null;

    // What stands in ten articles is likely to be a word or a name.
    private string? NameText() => HanText(NameCharacters) is { } name && _searcher.Count(PhraseOf(name)) >= NameDocuments ? name : null;

    private PhraseQuery? Phrase(int characters) => HanText(characters) is { } text ? PhraseOf(text) : null;

    // The text of an article, cut where there are only Han characters.
    private string? HanText(int characters)
    {
        string body = RandomArticle().Body;
        int start = _random.Next(Math.Max(1, body.Length - characters));
        return start + characters <= body.Length && body.AsSpan(start, characters).ToArray().All(IsHan) ? body.Substring(start, characters) : null;
    }

    // Different words of one article, each of two characters or more and with a document frequency between two shares of all documents.
    private string[]? WordsOfOne(int count, double fromShare, double toShare)
    {
        string[] words = [.. Tokens(ArticleSchema.WordAnalyzer, RandomArticle().Body).Distinct().Where(word => word.Length > 1)];
        _random.Shuffle(words);
        string[] chosen = [.. words.Where(word => IsBetween(word, fromShare * _reader.MaxDoc, toShare * _reader.MaxDoc)).Take(count)];
        return chosen.Length == count ? chosen : null;
    }

    private bool IsBetween(string word, double from, double to)
    {
        long docFreq = _reader.Leaves.Sum(leaf => DocFreq(leaf.Reader.Terms(ArticleSchema.BodyWords), new Term(ArticleSchema.BodyWords, word)));
        return docFreq >= from && docFreq < to;
    }

    private BooleanQuery Filtered(string[] words)
    {
        StoredArticle article;
        do
        {
            article = RandomArticle();
        }
        while (article.Published is null);
        long published = article.Published.Value.ToUnixTimeMilliseconds();
        return new BooleanQuery.Builder()
            .Add(Both(words), Occur.Must)
            .Add(new TermQuery(new Term(ArticleSchema.Outlet, article.OutletId)), Occur.Filter)
            .Add(new NumericDocValuesRangeQuery(ArticleSchema.Published, published - YearMillis, published + YearMillis), Occur.Filter)
            .Build();
    }

    private StoredArticle RandomArticle()
    {
        var article = new StoredArticle();
        _reader.VisitDocument(_random.Next(_reader.MaxDoc), article);
        return article;
    }
}
