using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Search;

/// <summary>Gives the norm byte of documents asked for in ascending order: from an array, or from the column itself.</summary>
internal sealed class NormLookup
{
    /// <summary>The norm that counts for fields without norms (spec 13.1).</summary>
    public const byte WithoutNorms = 1;

    private readonly byte[]? _bytes;
    private readonly NumericDocValues? _values;

    /// <summary>Creates the lookup in an array of the norms of all documents.</summary>
    public NormLookup(byte[] bytes)
    {
        _bytes = bytes;
    }

    /// <summary>Creates the lookup in a column; null when the field has no norms.</summary>
    public NormLookup(NumericDocValues? values)
    {
        _values = values;
    }

    /// <summary>Returns the norm byte of a document, not before the last one asked for.</summary>
    public byte Get(int doc) => _bytes is not null ? _bytes[doc] : FromColumn(doc);

    /// <summary>Gets the norm bytes of ascending documents, none before the last one asked for.</summary>
    public void Get(ReadOnlySpan<int> docs, Span<byte> norms)
    {
        if (_bytes is null)
        {
            for (int index = 0; index < docs.Length; index++)
            {
                norms[index] = FromColumn(docs[index]);
            }

            return;
        }

        byte[] bytes = _bytes;
        norms = norms[..docs.Length];
        for (int index = 0; index < docs.Length; index++)
        {
            norms[index] = bytes[docs[index]];
        }
    }

    private byte FromColumn(int doc)
    {
        if (_values is null)
        {
            return WithoutNorms;
        }

        return _values.AdvanceExact(doc) ? (byte)_values.Value : (byte)0;
    }
}
