namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// The prefixes of the blocks of a field with their codes, as they come: longer ones before the shorter ones they start with.
/// </summary>
internal sealed class BlockPrefixes
{
    private readonly BytesBuilder _bytes = new();
    private readonly List<Entry> _entries = [];
    private readonly FstWriter _fst = new();

    public void Clear()
    {
        _bytes.Clear();
        _entries.Clear();
    }

    /// <summary>Adds a prefix of 1 byte or more.</summary>
    public void Add(ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> code)
    {
        _entries.Add(new Entry(_bytes.Length, prefix.Length, code.Length));
        _bytes.WriteBytes(prefix);
        _bytes.WriteBytes(code);
    }

    /// <summary>Sorts the prefixes and builds the index of them.</summary>
    /// <param name="startNode">The address of the root; 0 when there is no prefix.</param>
    /// <returns>The body of the index; valid until the next call.</returns>
    public ReadOnlySpan<byte> BuildIndex(out long startNode)
    {
        _entries.Sort((left, right) => Prefix(left).SequenceCompareTo(Prefix(right)));
        _fst.Start();
        foreach (Entry entry in _entries)
        {
            _fst.Add(Prefix(entry), _bytes.Span.Slice(entry.Start + entry.PrefixLength, entry.CodeLength));
        }

        return _fst.Finish(out startNode);
    }

    private ReadOnlySpan<byte> Prefix(Entry entry) => _bytes.Span.Slice(entry.Start, entry.PrefixLength);

    private readonly record struct Entry(int Start, int PrefixLength, int CodeLength);
}
