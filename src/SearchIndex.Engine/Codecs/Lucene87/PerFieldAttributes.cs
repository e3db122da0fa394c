namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>The attributes by which a field says which format, and which group of files, its data is in (spec 4.2).</summary>
internal static class PerFieldAttributes
{
    public const string PostingsFormat = "PerFieldPostingsFormat.format";
    public const string PostingsSuffix = "PerFieldPostingsFormat.suffix";
    public const string DocValuesFormat = "PerFieldDocValuesFormat.format";
    public const string DocValuesSuffix = "PerFieldDocValuesFormat.suffix";

    /// <summary>The suffix that a writer gives to its only group.</summary>
    public const string OnlySuffix = "0";

    /// <summary>Returns the suffix of the files of a group, such as <c>Lucene80_0</c>.</summary>
    public static string FileSuffix(string format, string suffix) => $"{format}_{suffix}";
}
