namespace SearchIndex.Engine.Index;

/// <summary>What a writer begins with.</summary>
public enum OpenMode
{
    /// <summary>Nothing: the first commit replaces whatever index there is.</summary>
    Create,

    /// <summary>The newest commit, which must be there.</summary>
    Append,

    /// <summary>The newest commit when there is one, else nothing.</summary>
    CreateOrAppend,
}
