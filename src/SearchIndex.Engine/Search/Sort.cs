namespace SearchIndex.Engine.Search;

/// <summary>An order of documents by a numeric column. Documents without a number come last; ties go by document number.</summary>
/// <param name="Field">The column.</param>
/// <param name="Descending">Whether the greatest number comes first.</param>
public sealed record Sort(string Field, bool Descending = false);
