using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Tests.Codecs.Lucene87;

/// <summary>A field with made-up terms, in ascending order.</summary>
internal sealed class SampleField
{
    public SampleField(string name, int number, IndexOptions options, IEnumerable<SampleTerm> terms, byte[]? norms = null)
    {
        Info = new FieldInfo(name, number, options, OmitNorms: norms is null, DocValuesType.None)
        {
            Attributes = new Dictionary<string, string>
            {
                [Lucene84Format.FormatAttribute] = Lucene84Format.Name,
                [Lucene84Format.SuffixAttribute] = Lucene84Format.Suffix,
            },
        };
        Terms = [.. terms.OrderBy(term => term.Bytes, Utf8Order.Instance)];
        Norms = norms ?? [];
    }

    public FieldInfo Info { get; }

    public SampleTerm[] Terms { get; }

    public byte[] Norms { get; }
}
