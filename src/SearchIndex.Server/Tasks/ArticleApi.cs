using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SearchIndex.News.Inbox;
using SearchIndex.Server.Api;
using SearchIndex.Server.Collections;
using SearchIndex.Server.Security;

namespace SearchIndex.Server.Tasks;

/// <summary>Articles that come, and go, over HTTP: kept as files in the inbox, and taken into the index by a task.</summary>
internal static class ArticleApi
{
    /// <summary>What an article should be, for a person.</summary>
    public const string Wanted = "a JSON object with url, title, and html or text; published, outlet, author and tags may be there, nothing else";

    private const string Lines = "application/x-ndjson";

    /// <summary>Maps the routes.</summary>
    public static void MapArticleApi(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder articles = routes.MapGroup(string.Empty).WithMetadata(AccessRule.ForIndexing).NotCached();
        Describe(articles.MapPut("/articles/{id}", PutAsync)
            .WithName("put-article")
            .WithMetadata(BodyRule.Content)
            .WithSummary("Adds or replaces an article")
            .WithDescription("Keeps an article as a file of the inbox, and starts a task that takes it into the index. The id is that of the address of the article.")
            .Accepts<GivenArticle>(RequestBody.Json)
            .Produces<IndexTask>(StatusCodes.Status202Accepted))
            .DisableRequestTimeout();
        Describe(articles.MapPost("/articles:bulk", PutLinesAsync)
            .WithName("put-articles")
            .WithMetadata(BodyRule.Content)
            .WithSummary("Adds or replaces many articles")
            .WithDescription("Takes one article a line, as JSON. Lines that are wrong are named in the answer; the others are kept, and one task takes them into the index.")
            .Accepts<GivenArticle>(Lines)
            .Produces<ArticlesAccepted>(StatusCodes.Status202Accepted))
            .DisableRequestTimeout();
        articles.MapDelete("/articles/{id}", Delete)
            .WithName("delete-article")
            .WithSummary("Deletes an article")
            .WithDescription("Deletes an article that came over HTTP, and starts a task that takes it out of the index. Those of files of the archive go with their files.")
            .Produces<IndexTask>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static RouteHandlerBuilder Describe(RouteHandlerBuilder route) => route
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);

    private static async Task<IResult> PutAsync([Description("The id of the article.")] string id, HttpContext context, Collection collection, SearchServiceOptions options)
    {
        (GivenArticle? given, ProblemHttpResult? problem) = await RequestBody.ReadJsonAsync<GivenArticle>(context, options, Wanted);
        if (given is null)
        {
            return problem!;
        }

        if (ArticleFile.Create(given, out GivenArticleProblem? wrong) is not { } file)
        {
            return RequestBody.WrongBody($"{wrong!.Member}: give {wrong.Allowed}");
        }

        return file.Id == id ? collection.Inbox.Make(folder => Put(folder, [file]), TaskApi.Accept) : TaskProblems.WrongId(id, file.Id);
    }

    private static async Task<IResult> PutLinesAsync(HttpContext context, Collection collection, SearchServiceOptions options)
    {
        if (RequestBody.RefusalOf(context.Request, Lines) is { } refusal)
        {
            return refusal;
        }

        try
        {
            ArticleLines lines = await ArticleLines.ReadAsync(context.Request.BodyReader, context.RequestAborted);
            return lines.Files.Count == 0
                ? TaskProblems.NoGoodLine(lines)
                : collection.Inbox.Make(
                    folder => Put(folder, lines.Files),
                    task => TaskApi.Accept(task, new ArticlesAccepted(task, lines.Files.Count, lines.Rejected, lines.Problems)));
        }
        catch (BadHttpRequestException problem)
        {
            return RequestBody.OfRequest(problem, context, options);
        }
    }

    private static IResult Delete([Description("The id of the article.")] string id, Collection collection) =>
        collection.Inbox.Make(folder => folder.Delete(id) ? null : NotThere(id, collection), TaskApi.Accept);

    private static ProblemHttpResult NotThere(string id, Collection collection) =>
        collection.Index.Searcher?.FindArticle(id) is null ? ApiProblems.UnknownArticle(id) : TaskProblems.NotInInbox(id);

    private static ProblemHttpResult? Put(ArticleInbox folder, IReadOnlyList<ArticleFile> files)
    {
        folder.Put(files);
        return null;
    }
}
