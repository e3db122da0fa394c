using SearchIndex.Engine.Analysis;
using SearchIndex.Engine.Analysis.Bigrams;
using SearchIndex.Engine.Analysis.SmartCn;
using SearchIndex.Engine.Documents;
using SearchIndex.Engine.Util;
using SearchIndex.News.Duplicates;
using SearchIndex.News.Ingest;

namespace SearchIndex.News;

/// <summary>
/// How an <see cref="Article"/> lies in the index: the only place that knows the names of fields, what is kept of each, and how its text
/// becomes terms. <see cref="StoredArticle"/> is the way back.
/// </summary>
public static class ArticleSchema
{
    /// <summary>The version of fields and analyzers. Raise it when an article would give another document, or other terms, than before.</summary>
    public const int Version = 4;

    /// <summary>The id of the article.</summary>
    public const string Id = "id";

    /// <summary>The URL as the file gives it.</summary>
    public const string Url = "url";

    /// <summary>The paths of the files; several values, the one that was taken first.</summary>
    public const string Source = "source";

    /// <summary>The id of the outlet.</summary>
    public const string Outlet = "outlet";

    /// <summary>The name of the outlet; stored only.</summary>
    public const string OutletName = "outlet.name";

    /// <summary>The author.</summary>
    public const string Author = "author";

    /// <summary>The author as one value; a column and a term.</summary>
    public const string AuthorName = "author.name";

    /// <summary>The editors; stored only.</summary>
    public const string Editor = "editor";

    /// <summary>The script: hans, hant, mixed or none.</summary>
    public const string Script = "script";

    /// <summary>Milliseconds since 1970 of the publication.</summary>
    public const string Published = "published";

    /// <summary>Where the date was found; stored only.</summary>
    public const string PublishedEvidence = "published.evidence";

    /// <summary>Where title, URL, outlet and author were found: a letter for each; stored only.</summary>
    public const string Evidence = "evidence";

    /// <summary>The tags of the front matter; stored only.</summary>
    public const string Tag = "tag";

    /// <summary>The categories of the front matter; stored only.</summary>
    public const string Category = "category";

    /// <summary>The title as character bigrams.</summary>
    public const string Title = "title";

    /// <summary>The body as character bigrams; paragraphs are lines.</summary>
    public const string Body = "body";

    /// <summary>The title as SmartCn words.</summary>
    public const string TitleWords = "title.words";

    /// <summary>The body as SmartCn words.</summary>
    public const string BodyWords = "body.words";

    /// <summary>The <see cref="TextSignature"/> of the body; a column only.</summary>
    public const string Signature = "signature";

    /// <summary>Where the title stands in its file: a packed <see cref="Provenance.SourceMap"/>; stored only.</summary>
    public const string TitleSource = "title.source";

    /// <summary>Where the body stands in its file; stored only.</summary>
    public const string BodySource = "body.source";

    private static readonly FieldType StoredOnly = new() { Stored = true };

    private static readonly FieldType Keyword = new() { Stored = true, IndexOptions = IndexOptions.Docs, OmitNorms = true };

    private static readonly FieldType KeywordColumn = Keyword with { DocValuesType = DocValuesType.Sorted };

    private static readonly FieldType NumberColumn = new() { Stored = true, DocValuesType = DocValuesType.Numeric, IndexedAsPoint = true };

    private static readonly FieldType BinaryColumn = new() { DocValuesType = DocValuesType.Binary };

    private static readonly FieldType Names = new()
    {
        Stored = true,
        Tokenized = true,
        IndexOptions = IndexOptions.DocsAndFreqsAndPositions,
        OmitNorms = true,
    };

    private static readonly FieldType Bigrams = new()
    {
        Stored = true,
        Tokenized = true,
        IndexOptions = IndexOptions.DocsAndFreqsAndPositionsAndOffsets,
    };

    private static readonly FieldType Words = new() { Tokenized = true, IndexOptions = IndexOptions.DocsAndFreqs };

    /// <summary>Gets the analyzer of bigram fields.</summary>
    public static Analyzer BigramAnalyzer { get; } = new HanBigramAnalyzer();

    /// <summary>Gets the analyzer of word fields: SmartCn over folded text.</summary>
    public static Analyzer WordAnalyzer { get; } = new SmartChineseAnalyzer(fold: true);

    /// <summary>Gets the analyzer of all fields.</summary>
    public static Analyzer Analyzer { get; } = new PerFieldAnalyzer(
        BigramAnalyzer,
        new Dictionary<string, Analyzer> { [TitleWords] = WordAnalyzer, [BodyWords] = WordAnalyzer });

    /// <summary>Turns an article into what is handed to the index.</summary>
    public static Document ToDocument(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        string body = string.Join('\n', article.Paragraphs);
        var document = new Document();
        document.Add(new Field(Id, article.Id, Keyword));
        AddIfPresent(document, Url, article.Url, Keyword);
        AddAll(document, Source, article.Sources, Keyword);
        document.Add(new Field(Outlet, article.Outlet.Id, KeywordColumn));
        document.Add(new Field(OutletName, article.Outlet.Name, StoredOnly));
        AddIfPresent(document, Author, article.Author, Names);
        AddIfPresent(document, AuthorName, article.Author, KeywordColumn with { Stored = false });
        AddAll(document, Editor, article.Editors, StoredOnly);
        document.Add(new Field(Script, ScriptTerm(article.Script), KeywordColumn));
        if (article.Published is { } published)
        {
            document.Add(new Field(Published, published.ToUnixTimeMilliseconds(), NumberColumn));
            document.Add(new Field(PublishedEvidence, article.PublishedEvidence.ToString(), StoredOnly));
        }

        document.Add(new Field(Evidence, article.Evidence.Packed, StoredOnly));
        AddAll(document, Tag, article.Tags, StoredOnly);
        AddAll(document, Category, article.Categories, StoredOnly);
        document.Add(new Field(Title, article.Title, Bigrams));
        document.Add(new Field(TitleWords, article.Title, Words));
        document.Add(new Field(Body, body, Bigrams));
        document.Add(new Field(BodyWords, body, Words));
        AddIfPresent(document, TitleSource, article.TitleSource?.Packed, StoredOnly);
        AddIfPresent(document, BodySource, article.BodySource?.Packed, StoredOnly);
        AddIfPresent(document, Signature, TextSignature.Of(body), BinaryColumn);
        return document;
    }

    /// <summary>Returns the term of a script: its name in lower case.</summary>
    public static string ScriptTerm(ArticleScript script) => script switch
    {
        ArticleScript.Hans => "hans",
        ArticleScript.Hant => "hant",
        ArticleScript.Mixed => "mixed",
        _ => "none",
    };

    /// <summary>Returns the script of a term.</summary>
    public static ArticleScript ScriptOf(string term) => term switch
    {
        "hans" => ArticleScript.Hans,
        "hant" => ArticleScript.Hant,
        "mixed" => ArticleScript.Mixed,
        _ => ArticleScript.None,
    };

    private static void AddIfPresent(Document document, string name, string? text, FieldType type)
    {
        if (!string.IsNullOrEmpty(text))
        {
            document.Add(new Field(name, text, type));
        }
    }

    private static void AddAll(Document document, string name, IReadOnlyList<string> values, FieldType type)
    {
        foreach (string value in values)
        {
            AddIfPresent(document, name, value, type);
        }
    }
}
