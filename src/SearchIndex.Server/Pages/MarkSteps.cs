namespace SearchIndex.Server.Pages;

/// <summary>
/// The way from one marked place of an article to the next, without scripts: each has a name, and links to its neighbours that show when
/// it is the target of the address.
/// </summary>
/// <param name="Text">The words of the page.</param>
/// <param name="Before">How many marks come before those of this text.</param>
/// <param name="Total">How many marks there are in the article.</param>
/// <param name="Prefix">What the names begin with; each article of a page needs its own.</param>
internal sealed record MarkSteps(PageText Text, int Before, int Total, string Prefix = "m")
{
    /// <summary>Returns the name of a mark.</summary>
    /// <param name="number">The mark, from 1.</param>
    public string NameOf(int number) => $"{Prefix}{number}";

    /// <summary>Returns a mark with its name and links.</summary>
    /// <param name="index">The mark among those of this text, from 0.</param>
    /// <param name="marked">The marked text.</param>
    public Html Render(int index, string marked)
    {
        int number = Before + index + 1;
        return Html.Of(
            $"<mark id=\"{NameOf(number)}\">{marked}</mark><span class=\"steps\" lang=\"{Text.Language}\">{Step(number - 1, Text.PreviousMark, "↑")} {number}/{Total} {Step(number + 1, Text.NextMark, "↓")}</span>");
    }

    private Html Step(int number, string words, string arrow) => Html.If(number >= 1 && number <= Total, () =>
        Html.Of($"<a href=\"#{NameOf(number)}\" aria-label=\"{words}\" title=\"{words}\">{arrow}</a>"));
}
