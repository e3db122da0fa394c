namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>A dictionary or a block of a chunk of stored fields.</summary>
/// <param name="SourceOffset">Where the compressed bytes start in the file.</param>
/// <param name="SourceLength">The number of compressed bytes.</param>
/// <param name="TextOffset">Where the text starts in that of the chunk.</param>
/// <param name="TextLength">The bytes of text.</param>
/// <param name="Dictionary">The number of the part that is the dictionary of this one; its own number for a dictionary.</param>
internal readonly record struct ChunkPart(long SourceOffset, int SourceLength, int TextOffset, int TextLength, int Dictionary)
{
    /// <summary>Gets where the text ends.</summary>
    public int TextEnd => TextOffset + TextLength;
}
