using SearchIndex.News.Ingest;
using SearchIndex.News.Provenance;
using SearchIndex.News.Query;
using SearchIndex.News.Tests.Provenance;
using SearchIndex.News.Variants;

namespace SearchIndex.News.Tests.Query.Highlights;

/// <summary>
/// Compares marks with those that a reader with a pencil makes: of random queries and the articles that they find, every mark covers text that
/// the query looks for, and everything that it looks for is marked. The bytes of every title and passage are read from the file and
/// compared with it. Every fourth query has regional variants.
/// </summary>
/// <param name="archive">The folder that was indexed.</param>
/// <param name="searcher">The index.</param>
/// <param name="seed">The seed of the queries.</param>
internal sealed class HighlightCheck(string archive, NewsSearcher searcher, int seed)
{
    private const int MaxProblems = 20;
    private const int VariantsEvery = 4;

    private readonly Random _random = new(seed);
    private readonly List<string> _problems = [];

    /// <summary>Gets how many pairs of a query and an article were compared.</summary>
    public int Pairs { get; private set; }

    /// <summary>Gets how many queries there were.</summary>
    public int Queries { get; private set; }

    /// <summary>Gets how many marks there were in the whole articles.</summary>
    public int Marks { get; private set; }

    /// <summary>Gets how many queries were left out: those that found nothing as they stand, and variants of parts of a text.</summary>
    public int Skipped { get; private set; }

    /// <summary>Gets how many titles and passages were read from their files.</summary>
    public int Ranges { get; private set; }

    /// <summary>Gets how many titles and passages stand in no file in one piece.</summary>
    public int WithoutRange { get; private set; }

    /// <summary>Gets what was wrong, the first of it.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Compares until there are enough pairs.</summary>
    public void Run(int pairs)
    {
        SourceFile[] files = [.. SourceFolder.Enumerate([archive], CancellationToken.None)];
        var queries = new MarkedQueries(_random);
        while (Pairs < pairs && _problems.Count < MaxProblems)
        {
            if (Queries % VariantsEvery == VariantsEvery - 1 && AnyVariant() is { } variant)
            {
                Compare(new SearchRequest { Query = $"“{variant}”", Collapse = false }, query: null, pairs);
            }
            else if (ArticleReader.ReadFile(files[_random.Next(files.Length)]).Article is { } article
                && queries.Next(article.Title, string.Join('\n', article.Paragraphs)) is { } query)
            {
                Compare(new SearchRequest { Query = query.Text, Variants = false, Collapse = false }, query, pairs);
            }
        }
    }

    private string? AnyVariant()
    {
        IReadOnlyList<VariantGroup> groups = VariantTable.Embedded.Groups;
        VariantGroup group = groups[_random.Next(groups.Count)];
        return group.Forms[_random.Next(group.Forms.Count)].Text;
    }

    private void Compare(SearchRequest request, MarkNode? query, int pairs)
    {
        Queries++;
        SearchPage page = searcher.Search(request);
        bool isRelaxed = page.Notices.Count > 0;
        query ??= VariantQuery(page);
        if (isRelaxed || query is null || page.Hits.Count == 0)
        {
            Skipped++;
            return;
        }

        foreach (SearchHit hit in page.Hits)
        {
            if (Pairs < pairs)
            {
                Compare(request, query, hit);
                Pairs++;
            }
        }
    }

    /// <summary>What the page says it looked for; only where the whole text has variants, not a part of it.</summary>
    private static MarkNode? VariantQuery(SearchPage page)
    {
        string text = page.Query.Trim('“', '”');
        return page.Variants.Count == 1 && page.Variants[0].Typed == text
            ? MarkedQueries.Quoted(text, page.Variants[0].Forms.SelectMany(form => PatternsOf(text, form)))
            : null;
    }

    /// <summary>A form is not meant in its longer words: 布希 in 布希亞.</summary>
    private static IEnumerable<PlainPattern> PatternsOf(string typed, string form) => VariantTable.Embedded.Groups
        .Where(group => group.Forms.Any(other => other.Key == VariantText.Key(typed)))
        .SelectMany(group => group.Forms)
        .Where(other => other.Text == form)
        .Select(other => new PlainPattern(form, notWithin: other.LongerWords));

    private void Compare(SearchRequest request, MarkNode query, SearchHit hit)
    {
        ArticleView article = searcher.FindArticle(hit.Id, request)!;
        string about = $"seed {seed}, query {Queries}: {query} in {hit.Source}";
        if (query.Find(new PlainArticleText(article)) is not { } expected)
        {
            _problems.Add($"{about}: found, but nothing in it matches");
            return;
        }

        Marks += article.TitleMarks.Count + article.BodyMarks.Count;
        CompareMarks($"{about}, title", article.Title, expected.Title, article.TitleMarks);
        CompareMarks($"{about}, body", article.Body, expected.Body, article.BodyMarks);
        CompareMarks($"{about}, title of the hit", hit.Title, expected.Title, hit.TitleMarks);
        foreach (HitPassage passage in hit.Passages)
        {
            int end = passage.Offset + passage.Text.Length;
            PlainMatch[] inside = [.. expected.Body
                .Where(match => match.Start < end && match.End > passage.Offset)
                .Select(match => match with { Start = Math.Max(0, match.Start - passage.Offset), End = Math.Min(passage.Text.Length, match.End - passage.Offset) })];
            CompareMarks($"{about}, passage {passage.Offset}", passage.Text, inside, passage.Marks);
        }

        CompareFile(about, hit);
    }

    /// <summary>Compares the marked units; line feeds between the lines that a mark crosses are of no account.</summary>
    private void CompareMarks(string about, string text, IReadOnlyList<PlainMatch> expected, IReadOnlyList<TextRange> marks)
    {
        bool[] wanted = new bool[text.Length];
        bool[] marked = new bool[text.Length];
        foreach (PlainMatch match in expected)
        {
            Array.Fill(wanted, true, match.Start, match.End - match.Start);
        }

        foreach (TextRange mark in marks)
        {
            Array.Fill(marked, true, mark.Start, mark.Length);
            bool splitsPair = char.IsLowSurrogate(text[mark.Start]) || char.IsHighSurrogate(text[mark.Start + mark.Length - 1]);
            if (splitsPair)
            {
                _problems.Add($"{about}: a mark splits a surrogate pair at {mark}");
            }
        }

        for (int at = 0; at < text.Length; at++)
        {
            if (wanted[at] != marked[at] && text[at] != '\n')
            {
                int from = Math.Max(0, at - 10);
                string around = text[from..Math.Min(text.Length, at + 10)];
                _problems.Add($"{about}: unit {at} is {(marked[at] ? "marked and should not be" : "not marked and should be")}: …{around}…");
                return;
            }
        }
    }

    private void CompareFile(string about, SearchHit hit)
    {
        byte[] file = File.ReadAllBytes(Path.Combine(archive, hit.Source));
        CompareRange($"{about}, title", file, hit.Source, hit.TitleSourceRange, hit.Title);
        foreach (HitPassage passage in hit.Passages)
        {
            CompareRange($"{about}, passage {passage.Offset}", file, hit.Source, passage.SourceRange, passage.Text);
        }
    }

    private void CompareRange(string about, byte[] file, string path, SourceRange? range, string text)
    {
        Ranges++;
        if (range is null)
        {
            WithoutRange++;
        }
        else if (range.Path != path)
        {
            _problems.Add($"{about}: the range is in {range.Path}");
        }
        else if (SourceProof.FindWrong(file, range, text) is { } wrong)
        {
            _problems.Add($"{about}: {wrong}");
        }
    }
}
