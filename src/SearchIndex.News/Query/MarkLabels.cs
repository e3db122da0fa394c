namespace SearchIndex.News.Query;

/// <summary>The labels of what is to be marked: a text, and whether a place must have its very characters.</summary>
internal static class MarkLabels
{
    private const char ExactSign = '=';
    private const char FoldedSign = '~';

    /// <summary>Returns the label of a text that may be folded.</summary>
    public static string Folded(string text) => FoldedSign + text;

    /// <summary>Returns the label of a text that must stand as it is.</summary>
    public static string Exact(string text) => ExactSign + text;

    /// <summary>Takes a label apart.</summary>
    public static (string Text, bool IsExact) Read(string label) => (label[1..], label[0] == ExactSign);
}
