namespace SearchIndex.News.Query;

/// <summary>How the parts of a query go together.</summary>
public enum MatchMode
{
    /// <summary>Every part must match.</summary>
    All,

    /// <summary>Anything may match; the best comes first.</summary>
    Any,
}
