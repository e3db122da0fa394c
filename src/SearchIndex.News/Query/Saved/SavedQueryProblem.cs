namespace SearchIndex.News.Query.Saved;

/// <summary>Something in a file of saved queries that could not be taken as it stands.</summary>
/// <param name="File">The path of the file as it was given.</param>
/// <param name="Line">The number of the line, from 1.</param>
/// <param name="Reason">What is wrong, and what was done.</param>
public sealed record SavedQueryProblem(string File, int Line, string Reason)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line}: {Reason}";
}
