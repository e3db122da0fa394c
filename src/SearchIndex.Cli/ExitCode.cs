namespace SearchIndex.Cli;

/// <summary>What the command tells the shell; <c>docs/command-line.md</c> lists the same.</summary>
internal static class ExitCode
{
    /// <summary>All is well; a search without hits too.</summary>
    public const int Ok = 0;

    /// <summary>With <c>--strict</c>: the index is built or up to date, but files could not become articles. With <c>variants check</c>: problems or clashes. With <c>queries</c>: problems in the file.</summary>
    public const int Problems = 1;

    /// <summary>With <c>variants diff</c>: the other file would change something.</summary>
    public const int Changes = 1;

    /// <summary>With <c>verify</c>: the index is sound, but something is there that should not be.</summary>
    public const int Drift = 1;

    /// <summary>With <c>verify</c>: the index is damaged. Whether an index is sound is its answer, not a failure of the command.</summary>
    public const int Corrupt = 2;

    /// <summary>With <c>doctor</c>: the service runs, but something is to be looked at.</summary>
    public const int Warnings = 1;

    /// <summary>With <c>doctor</c>: the service cannot do its work as it is set up.</summary>
    public const int Faults = 2;

    /// <summary>The command was called in a wrong way.</summary>
    public const int WrongUsage = 2;

    /// <summary>The folder holds no index.</summary>
    public const int NoIndex = 3;

    /// <summary>The index is damaged, or of a version that cannot be read.</summary>
    public const int DamagedIndex = 4;

    /// <summary>The system refused: disk, rights, a lock, an address in use.</summary>
    public const int SystemRefused = 5;

    /// <summary>The index is sound, but <c>update</c> cannot bring it up to date: <c>rebuild</c> can.</summary>
    public const int RebuildNeeded = 6;

    /// <summary>Cancelled from outside, by the convention of shells for Ctrl-C.</summary>
    public const int Cancelled = 130;

    /// <summary>Asked to end by SIGTERM, and not ended in time, by the same convention.</summary>
    public const int Terminated = 143;
}
