namespace SearchIndex.Testing;

/// <summary>What a judge's process, or another program's, left behind.</summary>
/// <param name="ExitCode">Its exit code; 0 when all is well.</param>
/// <param name="StandardOutput">What it printed.</param>
/// <param name="StandardError">What it complained about.</param>
public sealed record JudgeResult(int ExitCode, string StandardOutput, string StandardError)
{
    /// <summary>Gets both outputs, for messages.</summary>
    public string Output => StandardOutput + StandardError;
}
