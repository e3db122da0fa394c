using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SearchIndex.Server.Api;
using SearchIndex.Server.Collections;
using SearchIndex.Server.Security;

namespace SearchIndex.Server.Tasks;

/// <summary>Tasks over HTTP: started, watched and cancelled by those who run the service.</summary>
internal static class TaskApi
{
    private const string Wanted = "a JSON object {\"kind\": \"rebuild\"}, or update, articles, optimize, snapshot";

    /// <summary>Maps the routes.</summary>
    public static void MapTaskApi(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder tasks = routes.MapGroup("/tasks").WithMetadata(AccessRule.ForIndexing).NotCached();
        tasks.MapPost(string.Empty, StartAsync)
            .WithName("start-task")
            .WithMetadata(BodyRule.Command)
            .WithSummary("Starts a task")
            .WithDescription("Queues work on the index; one task works at a time. Which files are read is a setting of the service. A snapshot needs a key of scope admin, the others one of scope index.")
            .Accepts<TaskRequest>(RequestBody.Json)
            .Produces<IndexTask>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        tasks.MapGet(string.Empty, List)
            .WithName("tasks")
            .WithSummary("Lists the tasks")
            .WithDescription("Returns the tasks that wait, the one that works and the last 100 that ended, the newest first. They survive restarts.");
        tasks.MapGet("/{id}", Find)
            .WithName("task")
            .WithSummary("Returns a task")
            .WithDescription("Returns where a task stands: its progress while it works, its report when it is done, its error when it failed.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        tasks.MapDelete("/{id}", Cancel)
            .WithName("cancel-task")
            .WithSummary("Cancels a task")
            .WithDescription("Cancels a task that waits, or tells one that works to stop; the index stays as it was. Cancelling a snapshot needs a key of scope admin.")
            .Produces<IndexTask>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    /// <summary>Answers to operators change from moment to moment and are for them alone.</summary>
    public static TBuilder NotCached<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder => routes.AddEndpointFilter(static (invocation, next) =>
        {
            invocation.HttpContext.Response.Headers.CacheControl = "no-store";
            return next(invocation);
        });

    /// <summary>Returns the answer that a task was accepted.</summary>
    public static IResult Accept(IndexTask task) => Accept(task, task);

    /// <summary>Returns the answer that a task was accepted, with more to say than the task.</summary>
    public static IResult Accept<TAnswer>(IndexTask task, TAnswer answer) => new AcceptedTask<TAnswer>(task, answer);

    /// <summary>Returns where a task is, as seen by a request.</summary>
    public static string AddressOf(IndexTask task, HttpRequest request) => $"{request.PathBase}{ApiPath.Current}/tasks/{task.Id}";

    internal static Ok<IReadOnlyList<IndexTask>> List(Collection collection) => TypedResults.Ok(collection.Tasks.List());

    internal static Results<Ok<IndexTask>, ProblemHttpResult> Find([Description("The id of the task.")] string id, Collection collection) =>
        collection.Tasks.Find(id) is { } task ? TypedResults.Ok(task) : TaskProblems.UnknownTask(id);

    private static async Task<IResult> StartAsync(HttpContext context, Collection collection, SearchServiceOptions options)
    {
        (TaskRequest? request, ProblemHttpResult? problem) = await RequestBody.ReadJsonAsync<TaskRequest>(context, options, Wanted);
        return request is null ? problem! : Start(request.Kind, context, collection, options);
    }

    private static IResult Start(TaskKind kind, HttpContext context, Collection collection, SearchServiceOptions options)
    {
        if (KeyGate.RefusalOf(context, options, ScopeOf(kind)) is { } refusal)
        {
            return refusal;
        }

        if (kind is TaskKind.Rebuild or TaskKind.Update && !collection.Options.HasArchive)
        {
            return TaskProblems.NoArchive();
        }

        if (kind == TaskKind.Articles && collection.Options.InboxFolder is null)
        {
            return TaskProblems.NoInbox();
        }

        try
        {
            return collection.Tasks.TryAdd(kind) is { } task ? Accept(task) : TaskProblems.TooManyTasks(context.Response);
        }
        catch (Exception problem) when (TaskProblems.IsOfDisk(problem))
        {
            return TaskProblems.CannotWrite(problem);
        }
    }

    private static IResult Cancel([Description("The id of the task.")] string id, HttpContext context, Collection collection, SearchServiceOptions options)
    {
        if (collection.Tasks.Find(id) is not { } task)
        {
            return TaskProblems.UnknownTask(id);
        }

        if (KeyGate.RefusalOf(context, options, ScopeOf(task.Kind)) is { } refusal)
        {
            return refusal;
        }

        if (task.HasEnded)
        {
            return TaskProblems.TaskEnded(task);
        }

        try
        {
            return Accept(collection.Tasks.Cancel(id) ?? task);
        }
        catch (Exception problem) when (TaskProblems.IsOfDisk(problem))
        {
            return TaskProblems.CannotWrite(problem);
        }
    }

    private static KeyScope ScopeOf(TaskKind kind) => kind == TaskKind.Snapshot ? KeyScope.Admin : KeyScope.Index;
}
