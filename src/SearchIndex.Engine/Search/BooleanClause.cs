namespace SearchIndex.Engine.Search;

/// <summary>A part of a boolean query.</summary>
/// <param name="Query">What is looked for.</param>
/// <param name="Occur">How it takes part.</param>
public readonly record struct BooleanClause(Query Query, Occur Occur)
{
    /// <summary>Gets whether documents have to match the clause.</summary>
    public bool IsRequired => Occur is Occur.Must or Occur.Filter;

    /// <summary>Returns a readable form: <c>+must should #filter -mustNot</c>.</summary>
    public string ToString(string field)
    {
        string sign = Occur switch { Occur.Must => "+", Occur.Filter => "#", Occur.MustNot => "-", _ => string.Empty };
        return sign + QueryFormat.Nested(Query, field);
    }

    /// <inheritdoc/>
    public override string ToString() => ToString(string.Empty);
}
