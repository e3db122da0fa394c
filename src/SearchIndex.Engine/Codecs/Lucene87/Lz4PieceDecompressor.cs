using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// Pieces of mode BEST_SPEED (spec 9.3):
/// <c>dictLength:vint blockLength:vint compressedLength:vint* dictionary:lz4 block:lz4*</c>.
/// </summary>
internal sealed class Lz4PieceDecompressor : PieceDecompressor
{
    public override int MaxRatio => Lz4.MaxRatio;

    public override void ReadLayout(IndexInput input, long chunkEnd, int textOffset, int textLength, List<ChunkPart> parts)
    {
        (int dictionaryLength, int blockLength, int blockCount) = ReadShape(input, chunkEnd, textLength);
        int dictionary = parts.Count;
        int textEnd = textOffset + textLength;
        int partLength = dictionaryLength;
        for (int index = 0; index <= blockCount; index++)
        {
            parts.Add(new ChunkPart(0, ReadSourceLength(input), textOffset, partLength, dictionary));
            textOffset += partLength;
            partLength = Math.Min(blockLength, textEnd - textOffset);
        }

        // The parts stand behind their lengths: only now are their places known.
        for (int index = dictionary; index < parts.Count; index++)
        {
            parts[index] = parts[index] with { SourceOffset = input.Position };
            input.Skip(parts[index].SourceLength);
        }
    }

    public override bool TryDecompress(ReadOnlySpan<byte> source, Span<byte> destination, int dictionaryLength, int wanted) =>
        Lz4.TryDecompress(source, out int consumed, destination, dictionaryLength, wanted)
        && (wanted < destination.Length || consumed == source.Length);
}
