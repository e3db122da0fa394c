using SearchIndex.News.Query;

namespace SearchIndex.Server.Pages.Operating;

/// <summary>The page that asks an operator for a key.</summary>
internal static class SignInPage
{
    /// <summary>Returns the page.</summary>
    /// <param name="text">The words of all pages.</param>
    /// <param name="words">The words of this page.</param>
    /// <param name="note">What went wrong, or null.</param>
    public static Html Render(PageText text, OperatorText words, string? note) => PageLayout.WithSearchBox(text, words.Title, new SearchParameters(), Html.Of($"""
        <div class="message">
          <h1>{words.Title}</h1>
          {OperatorPage.Note(note)}
          <p>{words.SignInHint}</p>
          <form class="sign-in" action="{text.Links.Operate}/sign-in" method="post">
            <label><span>{words.Key}</span> <input type="password" name="key" autocomplete="current-password" required></label>
            <button type="submit">{words.SignIn}</button>
          </form>
        </div>
        """));
}
