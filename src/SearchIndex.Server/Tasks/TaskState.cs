using System.Text.Json.Serialization;

namespace SearchIndex.Server.Tasks;

/// <summary>Where a task stands.</summary>
[JsonConverter(typeof(EnumNames<TaskState>))]
public enum TaskState
{
    /// <summary>It waits for those before it.</summary>
    Queued,

    /// <summary>It is at work.</summary>
    Running,

    /// <summary>It did what it was to do.</summary>
    Done,

    /// <summary>It could not; the index is what it was before.</summary>
    Failed,

    /// <summary>Somebody cancelled it; the index is what it was before.</summary>
    Cancelled,

    /// <summary>The service ended while it was at work. The index is what it was before, or what the task made it: never something between.</summary>
    Interrupted,
}
