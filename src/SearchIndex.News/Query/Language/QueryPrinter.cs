using System.Globalization;
using System.Text;

namespace SearchIndex.News.Query.Language;

/// <summary>Writes nodes in the language of <see cref="QueryParser"/>, so that parsing gives the same nodes again.</summary>
internal static class QueryPrinter
{
    private static readonly string[] OperatorWords = ["AND", "OR", "NOT", "&&"];

    /// <summary>Returns the canonical form of a node; nothing for <see cref="AllNode"/>.</summary>
    public static string Print(QueryNode node) => node switch
    {
        AndNode and => string.Join(' ', and.Parts.Select(part => part is OrNode ? $"({part})" : part.ToString())),
        OrNode or => string.Join(" OR ", or.Parts.Select(part => part.ToString())),
        NotNode not => not.Part is GroupNode ? $"-({not.Part})" : $"-{not.Part}",
        TextNode text => QueryFields.Prefix(text.Field) + PrintText(text),
        NearNode near => PrintNear(near),
        FilterNode filter => QueryFields.Prefix(filter.Field) + Word(filter.Value),
        DateNode date => QueryFields.Prefix(QueryField.Date) + Word(date.Text),
        _ => string.Empty,
    };

    private static string PrintText(TextNode node) => node.Form switch
    {
        TextForm.Quoted => Quote(node.Text, '"', '"'),
        TextForm.Work => Quote(node.Text, '《', '》'),
        TextForm.Prefix => WordOrQuote(node.Text) + "*",
        TextForm.Exact => "=" + WordOrQuote(node.Text),
        _ => Word(node.Text),
    };

    private static string PrintNear(NearNode near)
    {
        string order = near.IsOrdered ? ">" : string.Empty;
        return string.Create(
            CultureInfo.InvariantCulture, $"{QueryFields.Prefix(near.Field)}{Quote(string.Join(' ', near.Texts), '"', '"')}~{order}{near.Distance}");
    }

    /// <summary>Quotes keep white space, but not at the ends of a text.</summary>
    private static string WordOrQuote(string text) =>
        text.Any(char.IsWhiteSpace) && text == text.Trim() ? Quote(text, '"', '"') : Word(text);

    private static string Quote(string text, char opener, char closer)
    {
        var quoted = new StringBuilder().Append(opener);
        foreach (char unit in text)
        {
            bool isSpecial = unit == closer || QueryCharacters.Narrow(unit) == '\\';
            quoted.Append(isSpecial ? "\\" : string.Empty).Append(unit);
        }

        return quoted.Append(closer).ToString();
    }

    /// <summary>Writes a word with backslashes before what would not be text.</summary>
    private static string Word(string text)
    {
        int fieldEnd = QueryFields.ReadName(text, 0, out string name);
        int fieldColon = QueryFields.TryFind(name, out _) ? fieldEnd - 1 : -1;
        int stars = text.Length;
        while (stars > 0 && QueryCharacters.Narrow(text[stars - 1]) == '*')
        {
            stars--;
        }

        var word = new StringBuilder();
        for (int at = 0; at < text.Length; at++)
        {
            bool leads = at == 0 && (QueryCharacters.Narrow(text[0]) is '-' or '=' || OperatorWords.Contains(text));
            bool isEscaped = leads || at >= stars || at == fieldColon || QueryCharacters.IsSpecial(text[at]);
            word.Append(isEscaped ? "\\" : string.Empty).Append(text[at]);
        }

        return word.ToString();
    }
}
