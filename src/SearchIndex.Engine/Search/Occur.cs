namespace SearchIndex.Engine.Search;

/// <summary>How a clause takes part in a boolean query.</summary>
public enum Occur
{
    /// <summary>Documents must match, and the score counts.</summary>
    Must,

    /// <summary>Documents may match, and then the score counts.</summary>
    Should,

    /// <summary>Documents must match; the score does not count.</summary>
    Filter,

    /// <summary>Documents must not match.</summary>
    MustNot,
}
