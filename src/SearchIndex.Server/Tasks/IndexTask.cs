using System.Text.Json.Serialization;

namespace SearchIndex.Server.Tasks;

/// <summary>A task of the service: work on its index that takes longer than a request. Immutable.</summary>
public sealed record IndexTask
{
    /// <summary>Gets the id: 16 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>Gets what it does.</summary>
    public required TaskKind Kind { get; init; }

    /// <summary>Gets where it stands.</summary>
    public required TaskState State { get; init; }

    /// <summary>Gets when it was asked for.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Gets when it began, or null.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>Gets when it ended, or null.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>Gets what a running task waits for, such as another program that writes the index; null when it works.</summary>
    public string? WaitingFor { get; init; }

    /// <summary>Gets how far a running rebuild or update is; null for other tasks, and while files are looked for.</summary>
    public TaskProgress? Progress { get; init; }

    /// <summary>Gets what it did; null unless it is done.</summary>
    public TaskReport? Report { get; init; }

    /// <summary>Gets why it failed, or null.</summary>
    public TaskError? Error { get; init; }

    /// <summary>Gets whether it will not change any more.</summary>
    [JsonIgnore]
    public bool HasEnded => State is not (TaskState.Queued or TaskState.Running);
}
