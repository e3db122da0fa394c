using SearchIndex.Engine.Util;

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

    /// <summary>
    /// Tells whether a field names the files of all that it claims to have. Doc values are always named; an indexed field without the
    /// attributes has no terms in the segment.
    /// </summary>
    public static bool AreComplete(FieldInfo field)
    {
        bool docValues = field.DocValuesType == DocValuesType.None
            || (field.Attributes.ContainsKey(DocValuesFormat) && field.Attributes.ContainsKey(DocValuesSuffix));
        bool postings = field.Attributes.ContainsKey(PostingsFormat) == field.Attributes.ContainsKey(PostingsSuffix);
        return docValues && postings;
    }

    /// <summary>Returns the suffix of the files of a group, such as <c>Lucene80_0</c>.</summary>
    public static string FileSuffix(string format, string suffix) => $"{format}_{suffix}";
}
