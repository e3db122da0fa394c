namespace SearchIndex.News.Tests.Query.Highlights;

/// <summary>A part of a query that says what it marks in an article: null where the article does not match it.</summary>
internal abstract record MarkNode(string Text)
{
    /// <summary>Returns what is marked in the title and in the body.</summary>
    public abstract FieldMarks? Find(PlainArticleText article);

    /// <inheritdoc/>
    public sealed override string ToString() => Text;

    /// <summary>A text, in any of several forms, in title or body or one of them.</summary>
    internal sealed record Leaf(string Text, IReadOnlyList<PlainPattern> Forms, bool InTitle = true, bool InBody = true) : MarkNode(Text)
    {
        public override FieldMarks? Find(PlainArticleText article)
        {
            var marks = new FieldMarks();
            foreach (PlainPattern form in Forms)
            {
                marks.Title.AddRange(InTitle ? article.FindAll(form, inTitle: true) : []);
                marks.Body.AddRange(InBody ? article.FindAll(form, inTitle: false) : []);
            }

            return marks.IsEmpty ? null : marks;
        }
    }

    /// <summary>Two texts near each other, in one field.</summary>
    internal sealed record Near(string Text, PlainPattern Left, PlainPattern Right, int Distance, bool IsOrdered) : MarkNode(Text)
    {
        public override FieldMarks? Find(PlainArticleText article)
        {
            var marks = new FieldMarks();
            marks.Title.AddRange(Pairs([.. article.FindAll(Left, inTitle: true)], [.. article.FindAll(Right, inTitle: true)]));
            marks.Body.AddRange(Pairs([.. article.FindAll(Left, inTitle: false)], [.. article.FindAll(Right, inTitle: false)]));
            return marks.IsEmpty ? null : marks;
        }

        private IEnumerable<PlainMatch> Pairs(PlainMatch[] lefts, PlainMatch[] rights) =>
            from left in lefts from right in rights where AreNear(left, right) from match in new[] { left, right } select match;

        private bool AreNear(PlainMatch left, PlainMatch right) =>
            (right.First >= left.Behind && right.First - left.Behind <= Distance)
            || (!IsOrdered && left.First >= right.Behind && left.First - right.Behind <= Distance);
    }

    /// <summary>Parts that must all match; of those that must not, none is marked.</summary>
    internal sealed record And(string Text, IReadOnlyList<MarkNode> Parts, IReadOnlyList<MarkNode> Excluded) : MarkNode(Text)
    {
        public override FieldMarks? Find(PlainArticleText article) =>
            Excluded.Any(part => part.Find(article) is not null) ? null : FieldMarks.Join(Parts.Select(part => part.Find(article)), needsAll: true);
    }

    /// <summary>Parts of which one must match; those that do are marked.</summary>
    internal sealed record Or(string Text, IReadOnlyList<MarkNode> Parts) : MarkNode(Text)
    {
        public override FieldMarks? Find(PlainArticleText article) => FieldMarks.Join(Parts.Select(part => part.Find(article)), needsAll: false);
    }
}
