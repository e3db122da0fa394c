using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// Pieces of mode BEST_COMPRESSION (spec 9.4): <c>dictLength:vint blockLength:vint (compressedLength:vint deflate)*</c>, the
/// dictionary first. Length 0 stands for an empty part.
/// </summary>
internal sealed class DeflatePieceDecompressor : PieceDecompressor
{
    private readonly Inflater _inflater = new();

    // A match of 258 bytes takes at least 2 bits.
    public override int MaxRatio => 1032;

    public override void ReadLayout(IndexInput input, long chunkEnd, int textOffset, int textLength, List<ChunkPart> parts)
    {
        (int dictionaryLength, int blockLength, int blockCount) = ReadShape(input, chunkEnd, textLength);
        int dictionary = parts.Count;
        int textEnd = textOffset + textLength;
        int partLength = dictionaryLength;
        for (int index = 0; index <= blockCount; index++)
        {
            int sourceLength = ReadSourceLength(input);
            parts.Add(new ChunkPart(input.Position, sourceLength, textOffset, partLength, dictionary));
            input.Skip(sourceLength);
            textOffset += partLength;
            partLength = Math.Min(blockLength, textEnd - textOffset);
        }
    }

    public override bool TryDecompress(ReadOnlySpan<byte> source, Span<byte> destination, int dictionaryLength, int wanted) =>
        source.IsEmpty ? destination.Length == dictionaryLength : _inflater.TryInflate(source, destination, dictionaryLength);
}
