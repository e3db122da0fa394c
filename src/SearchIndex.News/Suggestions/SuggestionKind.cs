namespace SearchIndex.News.Suggestions;

/// <summary>What a suggestion is.</summary>
public enum SuggestionKind
{
    /// <summary>A name: of a person, a place, an organization or a company.</summary>
    Name,

    /// <summary>A word.</summary>
    Word,

    /// <summary>A regional form that stands in no article itself, but other forms of it do.</summary>
    Variant,

    /// <summary>An outlet.</summary>
    Outlet,

    /// <summary>An author.</summary>
    Author,

    /// <summary>The title of an article.</summary>
    Title,
}
