using System.Text;
using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;

namespace SearchIndex.News.Query;

/// <summary>
/// Looks at the first hits of a ranked text a second time: their texts are read, and each gets a bonus for the <see cref="Closeness"/> of
/// the question's characters in it. Nothing is taken away, so hits behind the first stay behind them. For any number of threads.
/// </summary>
/// <param name="closeness">The characters of the question.</param>
/// <param name="weight">What each character counts.</param>
/// <param name="depth">How many hits are read.</param>
internal sealed class Reranker(Closeness closeness, float weight, int depth)
{
    /// <summary>Gets how many hits are read.</summary>
    public int Depth => depth;

    /// <summary>Puts the first hits in their new order; the others follow as they are.</summary>
    /// <param name="reader">The index.</param>
    /// <param name="found">The hits in the order of their scores.</param>
    public IReadOnlyList<ScoreDoc> Rerank(DirectoryReader reader, IReadOnlyList<ScoreDoc> found) =>
    [
        .. found.Take(depth)
            .Select(hit => hit with { Score = hit.Score + BonusOf(reader, hit.Doc) })
            .OrderByDescending(hit => hit.Score)
            .ThenBy(hit => hit.Doc),
        .. found.Skip(depth),
    ];

    /// <summary>Returns how the score of a hit comes about.</summary>
    /// <param name="hit">The hit with its last score.</param>
    /// <param name="first">How its first score came about; the last is the same when it was not among those read.</param>
    /// <param name="reader">The index.</param>
    public Explanation Explain(ScoreDoc hit, Explanation first, DirectoryReader reader)
    {
        float bonus = BonusOf(reader, hit.Doc);
        return hit.Score == first.Value
            ? first
            : Explanation.Match(
                hit.Score, "sum of", first, Explanation.Match(bonus, $"closeness, {weight} for each of the question's characters that stand together"));
    }

    private float BonusOf(DirectoryReader reader, int doc)
    {
        var text = new TextVisitor(closeness);
        reader.VisitDocument(doc, text);
        return weight * text.Most;
    }

    private sealed class TextVisitor(Closeness closeness) : StoredFieldVisitor
    {
        public int Most { get; private set; }

        public override bool Needs(FieldInfo field) => field.Name is ArticleSchema.Title or ArticleSchema.Body;

        public override void StringField(FieldInfo field, ReadOnlySpan<byte> utf8) =>
            Most = Math.Max(Most, closeness.In(Encoding.UTF8.GetString(utf8)));
    }
}
