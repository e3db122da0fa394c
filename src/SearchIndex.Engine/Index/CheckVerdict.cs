namespace SearchIndex.Engine.Index;

/// <summary>How an index is.</summary>
public enum CheckVerdict
{
    /// <summary>Sound, and nothing lies beside it.</summary>
    Clean,

    /// <summary>Sound, but something should not be there: leftovers of a crash, older commits, fields that changed their kind.</summary>
    Drift,

    /// <summary>Damaged: it contradicts itself, or cannot be read.</summary>
    Corrupt,
}
