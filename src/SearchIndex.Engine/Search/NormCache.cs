using System.Collections.Concurrent;
using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Index;

namespace SearchIndex.Engine.Search;

/// <summary>
/// Keeps the norms of fields as arrays, one byte a document, once a search needs many of them: reading a column by
/// cursor costs more than the formula it feeds. Safe for several threads.
/// </summary>
internal sealed class NormCache
{
    // Filling the array reads every norm, so it should not cost more than the search that asks for it.
    private const int DocsPerNeededNorm = 16;

    private readonly ConcurrentDictionary<(int Leaf, string Field), byte[]> _byField = new();

    /// <summary>Returns a new lookup for one scorer.</summary>
    /// <param name="leaf">The segment.</param>
    /// <param name="field">The field.</param>
    /// <param name="expected">About how many norms will be looked up.</param>
    public NormLookup Lookup(LeafReaderContext leaf, string field, long expected)
    {
        if (_byField.TryGetValue((leaf.Ord, field), out byte[]? bytes))
        {
            return new NormLookup(bytes);
        }

        NumericDocValues? values = leaf.Reader.GetNorms(field);
        if (values is null || expected < leaf.Reader.MaxDoc / DocsPerNeededNorm)
        {
            return new NormLookup(values);
        }

        bytes = ReadAll(values, leaf.Reader.MaxDoc);
        return new NormLookup(_byField.GetOrAdd((leaf.Ord, field), bytes));
    }

    private static byte[] ReadAll(NumericDocValues values, int maxDoc)
    {
        var bytes = new byte[maxDoc];
        for (int doc = values.NextDoc(); doc != DocIdSetIterator.NoMoreDocs; doc = values.NextDoc())
        {
            bytes[doc] = (byte)values.Value;
        }

        return bytes;
    }
}
