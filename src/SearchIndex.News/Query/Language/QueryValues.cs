namespace SearchIndex.News.Query.Language;

/// <summary>Turns a value and the field before it into a node. A value that the field does not take is text, with a notice.</summary>
internal static class QueryValues
{
    /// <summary>The most texts of a <see cref="NearNode"/>; what follows is left out, with a notice.</summary>
    private const int MaxNearTexts = 16;

    /// <summary>Returns the node of a value.</summary>
    public static QueryNode NodeOf(QueryField field, QueryToken value, QueryNotices notices)
    {
        switch (field)
        {
            case QueryField.Outlet or QueryField.Url:
                return new FilterNode(field, value.Text);
            case QueryField.Script when ScriptNames.Find(value.Text) is not null:
                return new FilterNode(field, value.Text);
            case QueryField.Date when DateSpan.TryParse(value.Text, out DateSpan span):
                return new DateNode(value.Text, span.From, span.To);
            case QueryField.Script or QueryField.Date:
                string allowed = field == QueryField.Date ? "2023、2023-05、2023-05-01..2023-06-15、>2024、2023年5月" : "hans、hant、mixed、none";
                notices.Add($"“{value.Text}” 不能用于 {QueryFields.Prefix(field)}（可以写 {allowed}），已按文字搜索。");
                return new TextNode(QueryField.Text, QueryFields.Prefix(field) + value.Text, TextForm.Plain);
            default:
                return value.Distance is { } distance ? Near(field, value, distance, notices) : Text(field, value, notices);
        }
    }

    private static TextNode Text(QueryField field, QueryToken value, QueryNotices notices)
    {
        if (value.Form == TextForm.Plain && value.Text.Any(unit => QueryCharacters.Narrow(unit) == '*'))
        {
            notices.Add($"“{value.Text}” 中的 * 只有在词尾才表示“以此开头”，已忽略。");
        }

        return new TextNode(field, value.Text, value.Form);
    }

    private static QueryNode Near(QueryField field, QueryToken value, int distance, QueryNotices notices)
    {
        string[] texts = value.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (texts.Length < 2)
        {
            notices.Add($"“{value.Text}” 只有一段文字，~{distance} 已忽略；要写成 \"日本 北约\"~{distance}。");
            return new TextNode(field, value.Text, TextForm.Quoted);
        }

        if (texts.Length > MaxNearTexts)
        {
            notices.Add($"~ 最多用于 {MaxNearTexts} 段文字，后面的没有使用。");
        }

        return new NearNode(field, [.. texts.Take(MaxNearTexts)], distance, value.IsOrdered);
    }
}
