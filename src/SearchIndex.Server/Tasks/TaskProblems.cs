using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using SearchIndex.Engine.Store;
using SearchIndex.News.Query;
using SearchIndex.Server.Api;

namespace SearchIndex.Server.Tasks;

/// <summary>The problems of addresses that change the index.</summary>
internal static class TaskProblems
{
    private const int RetrySeconds = 5;

    public static ProblemHttpResult UnknownTask(string id) => ApiProblems.Of(
        StatusCodes.Status404NotFound,
        ProblemCode.UnknownTask,
        "unknown task",
        $"the service has no task '{id}'; {ApiPath.Current}/tasks lists those it knows, the last {TaskBoard.MaxEnded} that ended among them");

    public static ProblemHttpResult TaskEnded(IndexTask task) => ApiProblems.Of(
        StatusCodes.Status409Conflict,
        ProblemCode.TaskEnded,
        "the task has ended",
        $"the task '{task.Id}' is {task.State.ToString().ToLowerInvariant()}; only tasks that wait or work can be cancelled");

    public static ProblemHttpResult TooManyTasks(HttpResponse response)
    {
        response.Headers.RetryAfter = RetrySeconds.ToString(CultureInfo.InvariantCulture);
        return ApiProblems.Of(
            StatusCodes.Status503ServiceUnavailable,
            ProblemCode.TooManyTasks,
            "too many tasks wait",
            $"{TaskBoard.MaxQueued} tasks wait already; come again after the seconds that Retry-After says, or cancel some");
    }

    public static ProblemHttpResult NoArchive() => ApiProblems.Of(
        StatusCodes.Status409Conflict,
        ProblemCode.NoArchive,
        "the service does not know the archive",
        "of which files to build the index is a setting of the service: 'archive' or 'watch'");

    public static ProblemHttpResult NoInbox() => ApiProblems.Of(
        StatusCodes.Status409Conflict,
        ProblemCode.NoInbox,
        "the service takes no articles",
        "where to keep articles that come over HTTP is a setting of the service: 'inbox'");

    public static ProblemHttpResult WrongId(string id, string right) => ApiProblems.Of(
        StatusCodes.Status400BadRequest,
        ProblemCode.WrongId,
        "the id is not that of the article",
        $"the id of an article is made of its url: that of this one is '{right}', not '{id}'");

    public static ProblemHttpResult NotInInbox(string id) => ApiProblems.Of(
        StatusCodes.Status409Conflict,
        ProblemCode.NotInInbox,
        "the article did not come over HTTP",
        $"the article '{id}' comes from files of the archive; delete these, and start an update");

    public static ProblemHttpResult NoGoodLine(ArticleLines lines)
    {
        Dictionary<string, object?> members = ApiProblems.Code(ProblemCode.WrongBody);
        members["rejected"] = lines.Rejected;
        members["problems"] = lines.Problems;
        return TypedResults.Problem(
            $"no line is an article; give, on each line, {ArticleApi.Wanted}",
            statusCode: StatusCodes.Status400BadRequest,
            title: "the body is not what it should be",
            extensions: members);
    }

    /// <summary>Returns why something could not be recorded; then nothing was promised.</summary>
    public static ProblemHttpResult CannotWrite(Exception problem) => problem is LockObtainFailedException
        ? ApiProblems.Of(
            StatusCodes.Status409Conflict,
            ProblemCode.TasksElsewhere,
            "another service does the tasks of this index",
            VisibleText.Escape(problem.Message))
        : ApiProblems.Of(
            StatusCodes.Status503ServiceUnavailable,
            ProblemCode.CannotWrite,
            TaskError.IsDiskFull(problem) ? "there is no room on the disk" : "the disk cannot be written",
            VisibleText.Escape(problem.Message));

    /// <summary>Tells whether an exception says that the disk refused.</summary>
    public static bool IsOfDisk(Exception problem) => problem is IOException or UnauthorizedAccessException;
}
