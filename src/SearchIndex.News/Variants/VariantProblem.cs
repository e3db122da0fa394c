namespace SearchIndex.News.Variants;

/// <summary>Something in a file of variants that could not be taken as it stands.</summary>
/// <param name="File">The name of the file.</param>
/// <param name="Line">The number of the line, from 1.</param>
/// <param name="Reason">What is wrong, and what was done.</param>
public sealed record VariantProblem(string File, int Line, string Reason)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line}: {Reason}";
}
