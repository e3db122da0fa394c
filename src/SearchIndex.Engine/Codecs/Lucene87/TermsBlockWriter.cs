using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// Writes one block of entries to <c>.tim</c> (spec 6.3), suffixes as they are.
/// <code>
/// VInt  entries &lt;&lt; 1 | last floor block of the prefix
/// VLong suffix bytes &lt;&lt; 3 | (leaf ? 4 : 0) | compression 0; the suffixes
/// VInt  length bytes &lt;&lt; 1 | all equal; the length bytes, or one of them
///       leaf: VInt length; else VInt (length &lt;&lt; 1) of a term, or VInt (length &lt;&lt; 1 | 1), VLong way back of a sub-block
/// VInt  bytes of statistics; TermStatsWriter
/// VInt  bytes of metadata; TermMetadataWriter
/// </code>
/// Example: <c>0D C4 01 ...</c> starts a last block (1) with 6 entries, which is a leaf (4) with 24 bytes of suffixes.
/// </summary>
internal sealed class TermsBlockWriter
{
    private const int LeafFlag = 4;

    private readonly IndexOutput _output;
    private readonly BytesBuilder _suffixes = new();
    private readonly BytesBuilder _lengths = new();
    private readonly TermStatsWriter _stats = new();
    private readonly TermMetadataWriter _metadata = new();

    public TermsBlockWriter(IndexOutput output)
    {
        _output = output;
    }

    /// <summary>Begins a field.</summary>
    public void StartField(FieldInfo field)
    {
        _stats.StartField(field);
        _metadata.StartField(field);
    }

    /// <summary>Writes a block.</summary>
    /// <param name="entries">Its terms and sub-blocks in order.</param>
    /// <param name="bytes">The bytes that the entries point into.</param>
    /// <param name="prefixLength">The length of the prefix that all share.</param>
    /// <param name="isLast">Whether no further floor block of the prefix follows.</param>
    /// <returns>Whether the block holds a term.</returns>
    public bool Write(ReadOnlySpan<PendingEntry> entries, ReadOnlySpan<byte> bytes, int prefixLength, bool isLast)
    {
        long blockStart = _output.Position;
        int blocks = CountBlocks(entries);
        bool isLeaf = blocks == 0;
        _suffixes.Clear();
        _lengths.Clear();
        _stats.StartBlock();
        _metadata.StartBlock();
        foreach (ref readonly PendingEntry entry in entries)
        {
            AddEntry(in entry, bytes, prefixLength, isLeaf, blockStart);
        }

        _output.WriteVInt32((entries.Length << 1) | (isLast ? 1 : 0));
        _output.WriteVInt64(((long)_suffixes.Length << 3) | (isLeaf ? LeafFlag : 0L));
        _output.WriteBytes(_suffixes.Span);
        WriteLengths();
        WriteCounted(_stats.FinishBlock());
        WriteCounted(_metadata.FinishBlock());
        return blocks < entries.Length;
    }

    private static int CountBlocks(ReadOnlySpan<PendingEntry> entries)
    {
        int count = 0;
        foreach (ref readonly PendingEntry entry in entries)
        {
            count += entry.IsBlock ? 1 : 0;
        }

        return count;
    }

    private void AddEntry(in PendingEntry entry, ReadOnlySpan<byte> bytes, int prefixLength, bool isLeaf, long blockStart)
    {
        int length = entry.Length - prefixLength;
        _suffixes.WriteBytes(bytes.Slice(entry.Start + prefixLength, length));
        if (entry.IsBlock)
        {
            _lengths.WriteVInt32((length << 1) | 1);
            _lengths.WriteVInt64(blockStart - entry.BlockPointer);
            return;
        }

        _lengths.WriteVInt32(isLeaf ? length : length << 1);
        _stats.Add(in entry.State);
        _metadata.Add(in entry.State);
    }

    private void WriteLengths()
    {
        ReadOnlySpan<byte> lengths = _lengths.Span;
        bool allEqual = lengths.IndexOfAnyExcept(lengths[0]) < 0;
        _output.WriteVInt32((lengths.Length << 1) | (allEqual ? 1 : 0));
        _output.WriteBytes(allEqual ? lengths[..1] : lengths);
    }

    private void WriteCounted(ReadOnlySpan<byte> bytes)
    {
        _output.WriteVInt32(bytes.Length);
        _output.WriteBytes(bytes);
    }
}
