using Microsoft.AspNetCore.Http;

namespace SearchIndex.Server.Tasks;

/// <summary>The answer that a task was accepted. Where the task is depends on the path below which the archive is served, so that it is said when the answer is written.</summary>
/// <param name="task">The task.</param>
/// <param name="answer">What the answer holds.</param>
internal sealed class AcceptedTask<TAnswer>(IndexTask task, TAnswer answer) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext) =>
        TypedResults.Accepted(TaskApi.AddressOf(task, httpContext.Request), answer).ExecuteAsync(httpContext);
}
