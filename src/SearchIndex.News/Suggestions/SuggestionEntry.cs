using SearchIndex.News.Query.Language;

namespace SearchIndex.News.Suggestions;

/// <summary>Something that can be suggested.</summary>
internal sealed class SuggestionEntry
{
    /// <summary>The most Han characters of a text that the query language takes as contiguous without quotes.</summary>
    private const int MaxUnquoted = 4;

    // What a kind counts beside the number of articles, which counts as a logarithm.
    private const float NameWeight = 3f;
    private const float OutletWeight = 2f;
    private const float AuthorWeight = -1f;
    private const float VariantWeight = -2f;

    /// <summary>Creates an entry.</summary>
    /// <param name="text">The text.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="articles">How many articles have it.</param>
    /// <param name="titles">How many titles have it: what stands in titles is what people ask for.</param>
    public SuggestionEntry(string text, SuggestionKind kind, int articles, int titles)
    {
        Text = text;
        Key = SuggestionText.Key(text);
        Kind = kind;
        Articles = articles;
        Weight = MathF.Log2(1 + articles) + MathF.Log2(1 + titles) + WeightOf(kind);
    }

    /// <summary>Gets the text.</summary>
    public string Text { get; }

    /// <summary>Gets the text as it is compared.</summary>
    public string Key { get; }

    /// <summary>Gets what it is.</summary>
    public SuggestionKind Kind { get; }

    /// <summary>Gets how many articles had it when the entry was made; what a search finds is counted when it is suggested.</summary>
    public int Articles { get; }

    /// <summary>Gets how useful it is when nothing else is known.</summary>
    public float Weight { get; }

    /// <summary>Gets what tells entries of the same meaning (forms of one group of variants), or null.</summary>
    public object? Meaning { get; init; }

    /// <summary>Gets whether it may stand for something misspelled: names and words, not sentences.</summary>
    public bool IsTerm => Kind is SuggestionKind.Name or SuggestionKind.Word or SuggestionKind.Variant;

    /// <summary>Returns the query that finds it.</summary>
    public string Query() => Kind switch
    {
        SuggestionKind.Outlet => new FilterNode(QueryField.Outlet, Text).ToString(),
        SuggestionKind.Author => new TextNode(QueryField.Author, Text, TextForm.Quoted).ToString(),
        SuggestionKind.Title => new TextNode(QueryField.Title, Text, TextForm.Quoted).ToString(),
        _ => new TextNode(QueryField.Text, Text, Text.Length <= MaxUnquoted ? TextForm.Plain : TextForm.Quoted).ToString(),
    };

    private static float WeightOf(SuggestionKind kind) => kind switch
    {
        SuggestionKind.Name => NameWeight,
        SuggestionKind.Outlet => OutletWeight,
        SuggestionKind.Author => AuthorWeight,
        SuggestionKind.Variant => VariantWeight,
        _ => 0f,
    };
}
