using SearchIndex.Engine.Util.Simd;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>The names and numbers of the inverted index (spec 1.2, 4.2, 5, 6).</summary>
internal static class Lucene84Format
{
    /// <summary>The name of the format, as fields record it.</summary>
    public const string Name = "Lucene84";

    /// <summary>The suffix that this engine gives to fields: one group of files holds them all.</summary>
    public const string Suffix = "0";

    /// <summary>The attribute of a field that names its format.</summary>
    public const string FormatAttribute = "PerFieldPostingsFormat.format";

    /// <summary>The attribute of a field that tells groups of the same format apart.</summary>
    public const string SuffixAttribute = "PerFieldPostingsFormat.suffix";

    public const string DocExtension = "doc";
    public const string PosExtension = "pos";
    public const string PayExtension = "pay";
    public const string TermsExtension = "tim";
    public const string TermsIndexExtension = "tip";
    public const string TermsMetaExtension = "tmd";

    public const string DocCodec = "Lucene84PostingsWriterDoc";
    public const string PosCodec = "Lucene84PostingsWriterPos";
    public const string PayCodec = "Lucene84PostingsWriterPay";
    public const string PostingsTermsCodec = "Lucene84PostingsWriterTerms";
    public const string TermsCodec = "BlockTreeTermsDict";
    public const string TermsIndexCodec = "BlockTreeTermsIndex";
    public const string TermsMetaCodec = "BlockTreeTermsMeta";

    /// <summary>The first version of the postings; it keeps the documents of singletons apart from file pointers.</summary>
    public const int PostingsVersionStart = 0;

    /// <summary>The version with compressed singletons, which this engine writes.</summary>
    public const int PostingsVersion = 1;

    /// <summary>The version of the terms dictionary with metadata in a file of its own, the only one that is read and written.</summary>
    public const int TermsVersion = 6;

    /// <summary>The byte behind the header of <c>.doc</c>: a left-over that nobody looks at.</summary>
    public const byte LittleEndianMark = (byte)'L';

    /// <summary>The documents or positions of a full block.</summary>
    public const int BlockSize = ForLayout.BlockSize;

    /// <summary>An entry of skip level l + 1 spans this many of level l.</summary>
    public const int SkipMultiplier = 8;

    /// <summary>The most levels of skip data.</summary>
    public const int MaxSkipLevels = 10;

    /// <summary>The most bytes of a term.</summary>
    public const int MaxTermLength = 32766;

    /// <summary>Returns the part of the file names that a group of fields has: <c>Lucene84_0</c>.</summary>
    public static string SegmentSuffix(string suffix) => $"{Name}_{suffix}";
}
