using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// One of the two ways in which a piece of a chunk of stored fields is compressed (spec 9.3, 9.4): a dictionary, then blocks that
/// may refer to it, so that a block can be had without the others. For one thread.
/// </summary>
internal abstract class PieceDecompressor
{
    /// <summary>Gets a bound of how many bytes of text one byte of the file can stand for.</summary>
    public abstract int MaxRatio { get; }

    /// <summary>Reads where the parts of a piece lie and moves the input behind the piece.</summary>
    /// <param name="input">The data file, at the start of the piece.</param>
    /// <param name="chunkEnd">Where the chunk ends in the file.</param>
    /// <param name="textOffset">Where the text of the piece stands in that of its chunk.</param>
    /// <param name="textLength">The bytes of text of the piece.</param>
    /// <param name="parts">To which the parts are added.</param>
    public abstract void ReadLayout(IndexInput input, long chunkEnd, int textOffset, int textLength, List<ChunkPart> parts);

    /// <summary>Expands one part, or at least its beginning; false when it is damaged.</summary>
    /// <param name="source">The compressed bytes.</param>
    /// <param name="destination">The dictionary, then room for the text.</param>
    /// <param name="dictionaryLength">The bytes of the dictionary.</param>
    /// <param name="wanted">How many bytes of the destination are needed; those behind them may stay undefined.</param>
    public abstract bool TryDecompress(ReadOnlySpan<byte> source, Span<byte> destination, int dictionaryLength, int wanted);

    /// <summary>Reads the lengths of dictionary and blocks and returns them with the number of blocks.</summary>
    protected static (int DictionaryLength, int BlockLength, int BlockCount) ReadShape(IndexInput input, long chunkEnd, int textLength)
    {
        int dictionaryLength = input.ReadVInt32();
        int blockLength = input.ReadVInt32();
        int rest = textLength - dictionaryLength;
        bool plausible = dictionaryLength >= 0 && blockLength >= 0 && rest >= 0 && (rest == 0 || blockLength > 0);
        int blockCount = plausible && rest > 0 ? ((rest - 1) / blockLength) + 1 : 0;

        // Each block has a length of a byte or more, so a damaged count cannot make a list that is longer than the chunk.
        if (!plausible || blockCount > chunkEnd - input.Position)
        {
            throw new CorruptIndexException(
                $"piece of {textLength} bytes with a dictionary of {dictionaryLength} and blocks of {blockLength}",
                input.Name,
                input.Position);
        }

        return (dictionaryLength, blockLength, blockCount);
    }

    /// <summary>Reads the number of compressed bytes of a part.</summary>
    protected static int ReadSourceLength(IndexInput input)
    {
        int length = input.ReadVInt32();
        return length >= 0 ? length : throw new CorruptIndexException($"part of {length} bytes", input.Name, input.Position);
    }
}
