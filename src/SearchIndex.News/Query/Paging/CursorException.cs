namespace SearchIndex.News.Query.Paging;

/// <summary>A <see cref="SearchCursor"/> leads nowhere: the search has to begin again with its first page.</summary>
public sealed class CursorException : Exception
{
    /// <summary>Creates an exception without a reason.</summary>
    public CursorException()
    {
    }

    /// <summary>Creates an exception.</summary>
    /// <param name="message">Why.</param>
    public CursorException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a cause.</summary>
    /// <param name="message">Why.</param>
    /// <param name="innerException">The cause.</param>
    public CursorException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Gets whether the cursor was good once, and the view of the index that it belongs to is no longer kept.</summary>
    public bool IsGone { get; private init; }

    /// <summary>Returns the exception for a cursor whose view of the index is no longer kept.</summary>
    internal static CursorException Gone() =>
        new("the view of the index that the cursor goes on in is no longer kept; start again with the first page") { IsGone = true };

    /// <summary>Returns the exception for a cursor that another search gave out.</summary>
    internal static CursorException OfAnotherSearch() =>
        new("the cursor belongs to another search, or the regional variants have changed since; repeat all parameters but page and size, or start again with the first page");
}
