namespace SearchIndex.Server.Diagnosis;

/// <summary>How bad a finding is.</summary>
public enum FindingKind
{
    /// <summary>All is well.</summary>
    Good,

    /// <summary>The service runs, but something will go wrong, or could be better.</summary>
    Warning,

    /// <summary>The service cannot do its work.</summary>
    Fault,
}
