using Microsoft.AspNetCore.Http;
using SearchIndex.Server.Collections;

namespace SearchIndex.Server.Pages;

/// <summary>
/// The language of the pages: the one that an address asks for (<c>ui=en</c>), else the one chosen before, else the one that the browser
/// prefers. A choice is kept in a cookie that says nothing else.
/// </summary>
internal static class LanguageSwitch
{
    private const string Name = "ui";

    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(365);

    private static readonly (PageText Text, string Label)[] Choices = [(PageText.Hans, "简体"), (PageText.Hant, "繁體"), (PageText.English, "English")];

    /// <summary>Returns the words for a request; they know the address of its page.</summary>
    public static PageText TextFor(HttpRequest request)
    {
        PageText text = Find(request.Query[Name]) ?? Find(request.Cookies[Name]) ?? PageText.For(request);

        // With two slashes a path would be the address of another host.
        var path = new PathString("/" + request.PathBase.Add(request.Path).Value?.TrimStart('/'));
        Collection? collection = CollectionRoutes.Of(request.HttpContext);
        return text with
        {
            ArchiveTitle = collection?.Title,
            IsOneOfSeveral = collection is { Name.Length: > 0 },
            Here = path + QueryString.Create(request.Query.Where(parameter => parameter.Key != Name)),
            Links = PageLinks.Of(request),
        };
    }

    /// <summary>Keeps the language that the address of a page asks for.</summary>
    public static void Remember(HttpContext context)
    {
        if (Find(context.Request.Query[Name]) is { } text && context.Request.Cookies[Name] != text.Language)
        {
            context.Response.Cookies.Append(Name, text.Language, new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = KeptFor,
                Path = "/",
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
            });
        }
    }

    /// <summary>Returns the links to this page in the other languages.</summary>
    public static Html Render(PageText text) => Html.Join(Choices.Select(choice => choice.Text.Language == text.Language
        ? Html.Of($"<span class=\"language\" lang=\"{choice.Text.Language}\" aria-current=\"true\">{choice.Label}</span> ")
        : Html.Of($"<a class=\"language\" lang=\"{choice.Text.Language}\" hreflang=\"{choice.Text.Language}\" rel=\"nofollow\" href=\"{In(text.Here, choice.Text.Language)}\">{choice.Label}</a> ")));

    private static string In(string here, string language) => $"{here}{(here.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Name}={language}";

    private static PageText? Find(string? language) => Choices.Select(choice => choice.Text).FirstOrDefault(text => text.Language == language);
}
