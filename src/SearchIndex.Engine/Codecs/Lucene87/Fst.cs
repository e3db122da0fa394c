using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// The index of a field (spec 6.6): maps the prefixes of blocks to their codes. Stays in the mapped file. Safe for several threads.
/// </summary>
internal sealed class Fst
{
    private readonly IndexInput _index;
    private readonly long _start;
    private readonly int _length;

    private Fst(IndexInput index, long start, int length, int startNode, byte[] emptyOutput)
    {
        _index = index;
        _start = start;
        _length = length;
        StartNode = startNode;
        EmptyOutput = emptyOutput;
    }

    /// <summary>Gets the code of the empty prefix.</summary>
    public byte[] EmptyOutput { get; }

    /// <summary>Gets the address of the root, 0 when there is no prefix but the empty one.</summary>
    public int StartNode { get; }

    /// <summary>Reads what <c>.tmd</c> says of the index.</summary>
    /// <param name="meta">At the header of the index; is left behind its metadata.</param>
    /// <param name="index">The file <c>.tip</c>.</param>
    /// <param name="start">Where the body starts in it.</param>
    public static Fst Read(IndexInput meta, IndexInput index, long start)
    {
        CodecUtil.CheckHeader(meta, FstFormat.Codec, FstFormat.MinVersion, FstFormat.Version);
        if (meta.ReadByte() != 1)
        {
            throw new CorruptIndexException("index of terms has no code for the empty prefix", meta.Name, meta.Position);
        }

        byte[] emptyOutput = meta.ReadSpan(meta.ReadVInt32()).ToArray();
        Array.Reverse(emptyOutput);
        var reader = new SpanReader(emptyOutput, meta);
        emptyOutput = reader.ReadSpan(reader.ReadVInt32()).ToArray();
        if (meta.ReadByte() != FstFormat.ByteLabels)
        {
            throw new CorruptIndexException("index of terms has labels of more than a byte", meta.Name, meta.Position);
        }

        long startNode = meta.ReadVInt64();
        long length = meta.ReadVInt64();
        if (length > int.MaxValue)
        {
            throw new NotSupportedException($"index of terms of {length} bytes in {index.Name} is larger than 2 GB");
        }

        if (start < 0 || length < 0 || start > index.Length - length || startNode < 0 || startNode >= Math.Max(1, length))
        {
            throw new CorruptIndexException(
                $"index of terms at {start} with {length} bytes and root {startNode} does not fit", meta.Name, meta.Position);
        }

        return new Fst(index, start, (int)length, (int)startNode, emptyOutput);
    }

    /// <summary>Returns a reader of arcs.</summary>
    public FstArcReader OpenArcs() => new(_index.SpanAt(_start, _length), _index);
}
