namespace SearchIndex.News.Query.Language;

/// <summary>The kinds of pieces of a query.</summary>
internal enum QueryTokenKind
{
    /// <summary>A text, quoted or not.</summary>
    Value,

    /// <summary>The name of a field with its colon.</summary>
    Field,

    /// <summary>An opening parenthesis.</summary>
    Open,

    /// <summary>A closing parenthesis.</summary>
    Close,

    /// <summary>AND.</summary>
    And,

    /// <summary>OR or a bar.</summary>
    Or,

    /// <summary>NOT or a minus.</summary>
    Not,
}
