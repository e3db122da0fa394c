namespace SearchIndex.News.Variants;

/// <summary>How groups of variants get in each other's way.</summary>
public enum VariantClashKind
{
    /// <summary>A form is in two groups and not marked as ambiguous in both: an error, since it would join what differs.</summary>
    InTwoGroups,

    /// <summary>
    /// A form is part of a form of another group, and its marks do not say so: it is not ambiguous, and the other form is none of its longer
    /// words. Queries take the longer form, but articles that have it are found for the shorter one as well.
    /// </summary>
    PartOfOther,
}
