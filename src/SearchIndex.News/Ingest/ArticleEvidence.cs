namespace SearchIndex.News.Ingest;

/// <summary>Where the facts about an article were found. <see cref="PublishedEvidence"/> says it of the date; the script is read off the text.</summary>
/// <param name="Title">Where the title was found.</param>
/// <param name="Url">Where the address was found.</param>
/// <param name="Outlet">What told the outlet.</param>
/// <param name="Author">Where the author was found.</param>
public readonly record struct ArticleEvidence(FactSource Title, FactSource Url, FactSource Outlet, FactSource Author)
{
    /// <summary>A letter for each source, in the order of <see cref="FactSource"/>.</summary>
    private const string Letters = "-fltpan";

    /// <summary>Gets the evidence as a letter for each fact.</summary>
    internal string Packed => new([Letters[(int)Title], Letters[(int)Url], Letters[(int)Outlet], Letters[(int)Author]]);

    /// <summary>Reads what <see cref="Packed"/> gave; letters that nobody knows say nothing.</summary>
    internal static ArticleEvidence Unpack(string packed) => new(SourceAt(packed, 0), SourceAt(packed, 1), SourceAt(packed, 2), SourceAt(packed, 3));

    private static FactSource SourceAt(string packed, int place) =>
        place < packed.Length && Letters.IndexOf(packed[place], StringComparison.Ordinal) is > 0 and int source ? (FactSource)source : FactSource.None;
}
