using Microsoft.AspNetCore.Http;
using SearchIndex.News.Inbox;
using SearchIndex.Server.Collections;

namespace SearchIndex.Server.Tasks;

/// <summary>Changes the inbox, and sees to it that a task takes the change into the index.</summary>
internal sealed class InboxChanges
{
    private readonly ArticleInbox? _inbox;
    private readonly TaskBoard _board;

    public InboxChanges(CollectionOptions options, TaskBoard board)
    {
        _inbox = options.InboxFolder is { } folder ? new ArticleInbox(folder) : null;
        _board = board;
    }

    /// <summary>Makes a change. When it is accepted, it and its task are on stable storage: whatever happens, the next update has it.</summary>
    /// <param name="change">Changes the inbox; returns null, or why there was nothing to change.</param>
    /// <param name="accept">Returns the answer for the task.</param>
    public IResult Make(Func<ArticleInbox, IResult?> change, Func<IndexTask, IResult> accept)
    {
        if (_inbox is null)
        {
            return TaskProblems.NoInbox();
        }

        try
        {
            _board.ThrowIfElsewhere();
            return change(_inbox) ?? accept(_board.AddForArticles());
        }
        catch (Exception problem) when (TaskProblems.IsOfDisk(problem))
        {
            return TaskProblems.CannotWrite(problem);
        }
    }
}
