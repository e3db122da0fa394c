namespace SearchIndex.News.Variants;

/// <summary>What the forms of a group name.</summary>
public enum VariantKind
{
    /// <summary>A person, or a name that persons have.</summary>
    Person,

    /// <summary>A country.</summary>
    Country,

    /// <summary>A city, a region, a river, a building.</summary>
    Place,

    /// <summary>An organization, a party, a treaty, a club.</summary>
    Organization,

    /// <summary>A company or its brand.</summary>
    Company,

    /// <summary>A word of everyday or technical language.</summary>
    Word,
}
