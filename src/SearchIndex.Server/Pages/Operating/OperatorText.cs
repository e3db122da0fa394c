using SearchIndex.Server.Tasks;

namespace SearchIndex.Server.Pages.Operating;

/// <summary>The words of the operator's page in one language.</summary>
internal sealed partial record OperatorText
{
    public required string Title { get; init; }

    /// <summary>Gets the name of the group of buttons.</summary>
    public required string Start { get; init; }

    public required string Rebuild { get; init; }

    public required string Update { get; init; }

    /// <summary>Gets the name of the task that takes in articles that came over HTTP.</summary>
    public required string Articles { get; init; }

    public required string Optimize { get; init; }

    public required string Snapshot { get; init; }

    public required string NoArchive { get; init; }

    public required string Tasks { get; init; }

    public required string NoTasks { get; init; }

    public required string Refresh { get; init; }

    public required string Cancel { get; init; }

    public required string Queued { get; init; }

    public required string Running { get; init; }

    public required string Done { get; init; }

    public required string Failed { get; init; }

    public required string Cancelled { get; init; }

    public required string Interrupted { get; init; }

    /// <summary>Gets how far a task is; {0} files of {1}.</summary>
    public required string FilesDone { get; init; }

    /// <summary>Gets how many files were read; {0} is the number.</summary>
    public required string FilesRead { get; init; }

    /// <summary>Gets how many files are no articles; {0} is the number.</summary>
    public required string ProblemFiles { get; init; }

    public required string SignInHint { get; init; }

    public required string Key { get; init; }

    public required string SignIn { get; init; }

    public required string SignOut { get; init; }

    public required string WrongKey { get; init; }

    public required string NotFromHere { get; init; }

    public required string NotAllowed { get; init; }

    public required string TooManyTasks { get; init; }

    /// <summary>Gets the note that a task could not be recorded; {0} is the reason.</summary>
    public required string CannotWrite { get; init; }

    /// <summary>Returns the words in the language of a page.</summary>
    public static OperatorText In(string language) => language switch
    {
        "zh-Hans" => Hans,
        "zh-Hant" => Hant,
        _ => English,
    };

    /// <summary>Returns what a task does.</summary>
    public string NameOf(TaskKind kind) => kind switch
    {
        TaskKind.Rebuild => Rebuild,
        TaskKind.Update => Update,
        TaskKind.Articles => Articles,
        TaskKind.Optimize => Optimize,
        _ => Snapshot,
    };

    /// <summary>Returns where a task stands.</summary>
    public string NameOf(TaskState state) => state switch
    {
        TaskState.Queued => Queued,
        TaskState.Running => Running,
        TaskState.Done => Done,
        TaskState.Failed => Failed,
        TaskState.Cancelled => Cancelled,
        _ => Interrupted,
    };
}
