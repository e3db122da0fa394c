using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Index;

/// <summary>The stored fields of the documents in a <see cref="SegmentBuffer"/>, serialized one behind the other.</summary>
internal sealed class StoredBuffer
{
    private const int BlockBytes = 1 << 20;

    private readonly List<byte[]> _blocks = [];
    private readonly List<(int Block, int Start, int Length, int FieldCount)> _documents = [];
    private int _used;

    public long MemoryBytes { get; private set; }

    /// <summary>Adds the next document.</summary>
    public void Add(StoredDocumentBuilder document)
    {
        ReadOnlySpan<byte> bytes = document.Serialized;
        if (_blocks.Count == 0 || bytes.Length > _blocks[^1].Length - _used)
        {
            _blocks.Add(GC.AllocateUninitializedArray<byte>(Math.Max(BlockBytes, bytes.Length)));
            MemoryBytes += _blocks[^1].Length;
            _used = 0;
        }

        bytes.CopyTo(_blocks[^1].AsSpan(_used));
        _documents.Add((_blocks.Count - 1, _used, bytes.Length, document.FieldCount));
        _used += bytes.Length;
    }

    /// <summary>Writes all documents.</summary>
    public void Write(StoredFieldsWriter writer)
    {
        foreach ((int block, int start, int length, int fieldCount) in _documents)
        {
            writer.AddDocument(_blocks[block].AsSpan(start, length), fieldCount);
        }

        writer.Finish(_documents.Count);
    }
}
