namespace SearchIndex.Engine.Tests.Store;

/// <summary>What goes wrong in a <see cref="FaultyDirectory"/>.</summary>
internal enum FaultKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The process ends at an operation, and the machine with it: what was not synced may be lost.</summary>
    Crash,

    /// <summary>An operation fails without having had an effect.</summary>
    ErrorBefore,

    /// <summary>An operation fails although it had its effect.</summary>
    ErrorAfter,

    /// <summary>Writing fails, in the middle of a buffer, once so many bytes are written.</summary>
    DiskFull,
}
