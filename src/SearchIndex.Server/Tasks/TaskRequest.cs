namespace SearchIndex.Server.Tasks;

/// <summary>What is sent to start a task.</summary>
/// <param name="Kind">What it is to do.</param>
public sealed record TaskRequest(TaskKind Kind);
