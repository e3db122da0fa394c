using System.Text.Json.Serialization;

namespace SearchIndex.Server.Tasks;

/// <summary>What a task does.</summary>
[JsonConverter(typeof(EnumNames<TaskKind>))]
public enum TaskKind
{
    /// <summary>Builds the index anew from all files of the archive.</summary>
    Rebuild,

    /// <summary>Takes in what changed in the files of the archive.</summary>
    Update,

    /// <summary>Takes in what changed in the inbox only: articles that came, or were deleted, over HTTP.</summary>
    Articles,

    /// <summary>Merges the index into one segment.</summary>
    Optimize,

    /// <summary>Keeps a copy of the index as it is.</summary>
    Snapshot,
}
