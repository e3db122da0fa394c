using System.Diagnostics;

namespace SearchIndex.News.Query;

/// <summary>The steps of a request as spans of a trace, for those who listen to the source. While nobody listens, a step costs next to nothing.</summary>
public static class QueryTrace
{
    /// <summary>The name of the source.</summary>
    public const string SourceName = "SearchIndex.News";

    /// <summary>Query and parameters become a plan.</summary>
    internal const string Parse = "parse";

    /// <summary>The plan finds articles.</summary>
    internal const string Search = "search";

    /// <summary>The articles of a page are fetched and marked.</summary>
    internal const string Highlight = "highlight";

    /// <summary>What was found is counted by facets, or over time.</summary>
    internal const string Count = "count";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Begins a step, which ends when the result is disposed; null when nobody listens.</summary>
    internal static Activity? Start(string step) => Source.StartActivity(step);

    /// <summary>Does something as a step.</summary>
    internal static T Run<T>(string step, Func<T> work)
    {
        using Activity? span = Start(step);
        return work();
    }
}
