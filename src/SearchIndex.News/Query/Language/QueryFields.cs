namespace SearchIndex.News.Query.Language;

/// <summary>The names of fields as they stand in a query.</summary>
internal static class QueryFields
{
    private static readonly Dictionary<string, QueryField> ByName = new(StringComparer.OrdinalIgnoreCase)
    {
        ["title"] = QueryField.Title,
        ["body"] = QueryField.Body,
        ["author"] = QueryField.Author,
        ["outlet"] = QueryField.Outlet,
        ["url"] = QueryField.Url,
        ["script"] = QueryField.Script,
        ["date"] = QueryField.Date,
    };

    /// <summary>Finds a field by its name in any case.</summary>
    public static bool TryFind(string name, out QueryField field) => ByName.TryGetValue(name, out field);

    /// <summary>Tells whether a field holds text, in which phrases and words are found.</summary>
    public static bool IsText(QueryField field) => field is QueryField.Text or QueryField.Title or QueryField.Body or QueryField.Author;

    /// <summary>Returns the name of a field with its colon; nothing for <see cref="QueryField.Text"/>.</summary>
    public static string Prefix(QueryField field) =>
        field == QueryField.Text ? string.Empty : ByName.First(entry => entry.Value == field).Key + ":";

    /// <summary>Reads the name that a colon follows.</summary>
    /// <param name="text">The query.</param>
    /// <param name="start">Where the name may begin.</param>
    /// <param name="name">The letters before the colon, half-width.</param>
    /// <returns>The place behind the colon, or -1 when there is no name with a colon.</returns>
    public static int ReadName(ReadOnlySpan<char> text, int start, out string name)
    {
        int at = start;
        while (at < text.Length && char.IsAsciiLetter(QueryCharacters.Narrow(text[at])))
        {
            at++;
        }

        bool isNamed = at > start && at < text.Length && QueryCharacters.Narrow(text[at]) == ':';
        name = isNamed ? string.Create(at - start, text[start..at], static (letters, typed) =>
        {
            for (int index = 0; index < letters.Length; index++)
            {
                letters[index] = QueryCharacters.Narrow(typed[index]);
            }
        }) : string.Empty;
        return isNamed ? at + 1 : -1;
    }
}
