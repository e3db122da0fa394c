namespace SearchIndex.Server.Pages.Operating;

internal sealed partial record OperatorText
{
    /// <summary>Gets the words in English.</summary>
    public static OperatorText English { get; } = new()
    {
        Title = "Running the service",
        Start = "Start a task",
        Rebuild = "Rebuild the index",
        Update = "Update the index",
        Articles = "Take in articles",
        Optimize = "Merge into one segment",
        Snapshot = "Keep a snapshot",
        NoArchive = "The service was not told which files the index is made of (settings archive, watch), so that it cannot rebuild or update it.",
        Tasks = "Tasks",
        NoTasks = "None yet.",
        Refresh = "Look again",
        Cancel = "Cancel",
        Queued = "waits",
        Running = "at work",
        Done = "done",
        Failed = "failed",
        Cancelled = "cancelled",
        Interrupted = "interrupted",
        FilesDone = "{0} of {1} files",
        FilesRead = "{0} files read",
        ProblemFiles = "{0} files that are no articles",
        SignInHint = "Sign in with a key of scope index or admin. The browser keeps a session and not the key; it ends after eight hours, with the key, or with the service.",
        Key = "Key",
        SignIn = "Sign in",
        SignOut = "Sign out",
        WrongKey = "The key is not valid, or is not one of an operator.",
        NotFromHere = "The form did not come from this page; open the page and send it again.",
        NotAllowed = "This task cannot be started or cancelled here, or not with this key.",
        TooManyTasks = "Too many tasks wait already.",
        CannotWrite = "The task could not be recorded: {0}",
    };
}
