using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SearchIndex.Server.Collections;
using SearchIndex.Server.Security;
using SearchIndex.Server.Tasks;

namespace SearchIndex.Server.Pages.Operating;

/// <summary>The page of those who run the service: it starts tasks and shows how they go.</summary>
internal static class OperatorRoutes
{
    /// <summary>The address of the page within an archive.</summary>
    public const string Path = PageLinks.OperatePath;

    /// <summary>Maps the routes. They have their own gate, since browsers do not send keys.</summary>
    public static void MapOperatorPage(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder page = routes.MapGroup(Path).WithMetadata(AccessRule.ByItself).NotCached().ExcludeFromDescription();
        page.MapMethods(string.Empty, PageAnswer.Methods, Show);
        page.MapPost("/sign-in", SignInAsync).WithMetadata(BodyRule.Command);
        page.MapPost("/sign-out", SignOutAsync).WithMetadata(BodyRule.Command);
        page.MapPost("/tasks", StartAsync).WithMetadata(BodyRule.Command);
        page.MapPost("/tasks/{id}/cancel", CancelAsync).WithMetadata(BodyRule.Command);
    }

    private static IResult Show(HttpContext context, SearchServiceOptions options, Collection collection) => Page(context, options, collection);

    private static async Task<IResult> SignInAsync(HttpContext context, SearchServiceOptions options, Collection collection)
    {
        if (await FormAsync(context) is not { } form || !OperatorGate.IsOwn(context, options, form, sender: null))
        {
            return Page(context, options, collection, StatusCodes.Status403Forbidden, words => words.NotFromHere);
        }

        return OperatorGate.SignIn(context, form["key"].ToString())
            ? ToPage(context)
            : Page(context, options, collection, StatusCodes.Status401Unauthorized, words => words.WrongKey);
    }

    private static Task<IResult> SignOutAsync(HttpContext context, SearchServiceOptions options, Collection collection) =>
        AsOperatorAsync(context, options, collection, (_, _) =>
        {
            OperatorGate.SignOut(context);
            return ToPage(context);
        });

    private static Task<IResult> StartAsync(HttpContext context, SearchServiceOptions options, Collection collection) =>
        AsOperatorAsync(context, options, collection, (sender, form) =>
        {
            if (!Enum.TryParse(form["kind"].ToString(), ignoreCase: true, out TaskKind kind) || !OperatorPage.KindsFor(sender, collection.Options).Contains(kind))
            {
                return Page(context, options, collection, StatusCodes.Status403Forbidden, words => words.NotAllowed);
            }

            return Change(context, options, collection, () => collection.Tasks.TryAdd(kind) is not null);
        });

    private static Task<IResult> CancelAsync(string id, HttpContext context, SearchServiceOptions options, Collection collection) =>
        AsOperatorAsync(context, options, collection, (sender, _) => collection.Tasks.Find(id) is { } task && OperatorPage.MayStart(sender, task.Kind)
            ? Change(context, options, collection, () => collection.Tasks.Cancel(id) is not null)
            : Page(context, options, collection, StatusCodes.Status403Forbidden, words => words.NotAllowed));

    /// <summary>Does something for an operator whose own page asks for it; everybody else sees why not.</summary>
    private static async Task<IResult> AsOperatorAsync(
        HttpContext context, SearchServiceOptions options, Collection collection, Func<Operator, IFormCollection, IResult> work)
    {
        if (OperatorGate.OperatorOf(context, options) is not { } sender)
        {
            return Page(context, options, collection, StatusCodes.Status401Unauthorized);
        }

        return await FormAsync(context) is { } form && OperatorGate.IsOwn(context, options, form, sender)
            ? work(sender, form)
            : Page(context, options, collection, StatusCodes.Status403Forbidden, words => words.NotFromHere);
    }

    private static IResult Change(HttpContext context, SearchServiceOptions options, Collection collection, Func<bool> change)
    {
        try
        {
            return change() ? ToPage(context) : Page(context, options, collection, StatusCodes.Status503ServiceUnavailable, words => words.TooManyTasks);
        }
        catch (Exception problem) when (TaskProblems.IsOfDisk(problem))
        {
            return Page(context, options, collection, StatusCodes.Status503ServiceUnavailable, words => PageText.Fill(words.CannotWrite, problem.Message));
        }
    }

    /// <summary>Returns the form of a request; null when it has none.</summary>
    private static async Task<IFormCollection?> FormAsync(HttpContext context)
    {
        try
        {
            return context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Leads to the page by GET, so that nobody sends a form twice by going back.</summary>
    private static StatusCodeHttpResult ToPage(HttpContext context)
    {
        context.Response.Headers.Location = PageLinks.Of(context.Request).Operate;
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static IResult Page(
        HttpContext context, SearchServiceOptions options, Collection collection, int status = StatusCodes.Status200OK, Func<OperatorText, string>? note = null)
    {
        PageText text = LanguageSwitch.TextFor(context.Request);
        text = text with { Here = text.Links.Operate };
        var words = OperatorText.In(text.Language);
        Operator? sender = OperatorGate.OperatorOf(context, options);
        Html page = sender is null
            ? SignInPage.Render(text, words, note?.Invoke(words))
            : new OperatorPage(text, words, sender, collection.Options).Render(collection.Tasks.List(), note?.Invoke(words));
        int asked = sender is null && status == StatusCodes.Status200OK ? StatusCodes.Status401Unauthorized : status;
        IResult answer = PageAnswer.Of(context, page, asked);
        context.Response.Headers.CacheControl = "no-store";
        return answer;
    }
}
