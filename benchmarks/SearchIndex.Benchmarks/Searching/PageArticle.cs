using System.Text;
using SearchIndex.Engine.Codecs;
using SearchIndex.News;

namespace SearchIndex.Benchmarks.Searching;

/// <summary>What a page of results shows of an article.</summary>
internal sealed class PageArticle : StoredFieldVisitor
{
    public string Title { get; private set; } = string.Empty;

    public string Url { get; private set; } = string.Empty;

    public string Body { get; private set; } = string.Empty;

    public override bool Needs(FieldInfo field) => field.Name is ArticleSchema.Title or ArticleSchema.Url or ArticleSchema.Body;

    public override void StringField(FieldInfo field, ReadOnlySpan<byte> utf8)
    {
        string text = Encoding.UTF8.GetString(utf8);
        switch (field.Name)
        {
            case ArticleSchema.Title:
                Title = text;
                break;
            case ArticleSchema.Url:
                Url = text;
                break;
            default:
                Body = text;
                break;
        }
    }
}
