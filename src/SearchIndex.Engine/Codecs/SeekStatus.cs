namespace SearchIndex.Engine.Codecs;

/// <summary>Where a seek ended.</summary>
public enum SeekStatus
{
    /// <summary>At the very term.</summary>
    Found,

    /// <summary>At the next larger term.</summary>
    NotFound,

    /// <summary>Behind the last term.</summary>
    End,
}
