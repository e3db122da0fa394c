using SearchIndex.News.Query.Language;

namespace SearchIndex.News.Query;

/// <summary>The fields of the index in which a text is looked for: those with bigrams, and those with words.</summary>
/// <param name="Bigrams">The fields for contiguous text.</param>
/// <param name="Words">The fields for words; may be empty.</param>
internal sealed record TextFields(IReadOnlyList<string> Bigrams, IReadOnlyList<string> Words)
{
    private static readonly TextFields Title = new([ArticleSchema.Title], [ArticleSchema.TitleWords]);

    private static readonly TextFields Body = new([ArticleSchema.Body], [ArticleSchema.BodyWords]);

    private static readonly TextFields Author = new([ArticleSchema.Author], []);

    private static readonly TextFields TitleAndBody =
        new([ArticleSchema.Title, ArticleSchema.Body], [ArticleSchema.TitleWords, ArticleSchema.BodyWords]);

    /// <summary>Returns the fields of the index for a field of a query.</summary>
    public static TextFields Of(QueryField field) => field switch
    {
        QueryField.Title => Title,
        QueryField.Body => Body,
        QueryField.Author => Author,
        _ => TitleAndBody,
    };
}
