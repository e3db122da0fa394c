namespace SearchIndex.News.Query.Saved;

/// <summary>What other regional variants would do to a saved query; each version of an article counts.</summary>
public sealed record VariantEffect
{
    /// <summary>Gets the name of the query.</summary>
    public required string Name { get; init; }

    /// <summary>Gets how many articles match now.</summary>
    public required int Before { get; init; }

    /// <summary>Gets how many would match.</summary>
    public required int After { get; init; }

    /// <summary>Gets how many articles would match that do not match now.</summary>
    public required int GainedCount { get; init; }

    /// <summary>Gets how many articles match now and would not.</summary>
    public required int LostCount { get; init; }

    /// <summary>Gets some of the articles gained, in the order of the index.</summary>
    public required IReadOnlyList<ArticleTitle> Gained { get; init; }

    /// <summary>Gets some of the articles lost, in the order of the index.</summary>
    public required IReadOnlyList<ArticleTitle> Lost { get; init; }

    /// <summary>Gets whether the query would find other articles.</summary>
    public bool IsChange => GainedCount + LostCount > 0;
}
