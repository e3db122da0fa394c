using System.Text;
using SearchIndex.Engine.Codecs;
using SearchIndex.News.Ingest;
using SearchIndex.News.Provenance;

namespace SearchIndex.News;

/// <summary>An article as it is read back from the stored fields of the index: the way back of <see cref="ArticleSchema"/>.</summary>
public sealed class StoredArticle : StoredFieldVisitor
{
    private readonly List<string> _sources = [];
    private readonly List<string> _editors = [];
    private readonly List<string> _tags = [];

    /// <summary>Gets the id.</summary>
    public string Id { get; private set; } = string.Empty;

    /// <summary>Gets the title.</summary>
    public string Title { get; private set; } = string.Empty;

    /// <summary>Gets the body; paragraphs are lines.</summary>
    public string Body { get; private set; } = string.Empty;

    /// <summary>Gets where the title stands in the first of the files, or null.</summary>
    public SourceMap? TitleSource { get; private set; }

    /// <summary>Gets where the body stands in the first of the files, or null.</summary>
    public SourceMap? BodySource { get; private set; }

    /// <summary>Gets the URL, or null.</summary>
    public string? Url { get; private set; }

    /// <summary>Gets the id of the outlet.</summary>
    public string OutletId { get; private set; } = string.Empty;

    /// <summary>Gets the name of the outlet.</summary>
    public string OutletName { get; private set; } = string.Empty;

    /// <summary>Gets the author, or null.</summary>
    public string? Author { get; private set; }

    /// <summary>Gets the script.</summary>
    public ArticleScript Script { get; private set; }

    /// <summary>Gets the date of publication, or null.</summary>
    public DateTimeOffset? Published { get; private set; }

    /// <summary>Gets where the date was found.</summary>
    public PublishedEvidence PublishedEvidence { get; private set; }

    /// <summary>Gets where title, URL, outlet and author were found.</summary>
    public ArticleEvidence Evidence { get; private set; }

    /// <summary>Gets the paths of the files; the one that was taken first.</summary>
    public IReadOnlyList<string> Sources => _sources;

    /// <summary>Gets the editors.</summary>
    public IReadOnlyList<string> Editors => _editors;

    /// <summary>Gets the tags.</summary>
    public IReadOnlyList<string> Tags => _tags;

    /// <inheritdoc/>
    public override void StringField(FieldInfo field, ReadOnlySpan<byte> utf8)
    {
        ArgumentNullException.ThrowIfNull(field);
        string text = Encoding.UTF8.GetString(utf8);
        switch (field.Name)
        {
            case ArticleSchema.Id:
                Id = text;
                break;
            case ArticleSchema.Title:
                Title = text;
                break;
            case ArticleSchema.Body:
                Body = text;
                break;
            case ArticleSchema.TitleSource:
                TitleSource = new SourceMap(text);
                break;
            case ArticleSchema.BodySource:
                BodySource = new SourceMap(text);
                break;
            case ArticleSchema.Url:
                Url = text;
                break;
            case ArticleSchema.Outlet:
                OutletId = text;
                break;
            case ArticleSchema.OutletName:
                OutletName = text;
                break;
            case ArticleSchema.Author:
                Author = text;
                break;
            case ArticleSchema.Script:
                Script = ArticleSchema.ScriptOf(text);
                break;
            case ArticleSchema.PublishedEvidence:
                PublishedEvidence = Enum.Parse<PublishedEvidence>(text);
                break;
            case ArticleSchema.Evidence:
                Evidence = ArticleEvidence.Unpack(text);
                break;
            case ArticleSchema.Source:
                _sources.Add(text);
                break;
            case ArticleSchema.Editor:
                _editors.Add(text);
                break;
            case ArticleSchema.Tag:
                _tags.Add(text);
                break;
            default:
                break; // A field of a later version; this one does not show it.
        }
    }

    /// <inheritdoc/>
    public override void Int64Field(FieldInfo field, long value)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (field.Name == ArticleSchema.Published)
        {
            Published = DateTimeOffset.FromUnixTimeMilliseconds(value);
        }
    }
}
