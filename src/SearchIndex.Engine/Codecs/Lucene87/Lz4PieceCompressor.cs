using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// Writes pieces of stored fields in mode BEST_SPEED (spec 9.3; <see cref="Lz4PieceDecompressor"/> has the grammar): one 160th of
/// the text as dictionary, the rest in ten blocks, each compressed on its own behind the dictionary. For one thread.
/// </summary>
internal sealed class Lz4PieceCompressor
{
    private readonly Lz4Compressor _compressor = new();
    private byte[] _dictionaryAndBlock = [];
    private byte[] _compressed = [];
    private int _compressedLength;

    public void Write(IndexOutput output, ReadOnlySpan<byte> text)
    {
        int dictionaryLength = text.Length / Lucene87StoredFieldsFormat.BytesPerDictionaryByte;
        int blockLength = (text.Length - dictionaryLength + Lucene87StoredFieldsFormat.BlocksPerPiece - 1)
            / Lucene87StoredFieldsFormat.BlocksPerPiece;
        Reserve(text.Length, dictionaryLength + blockLength);
        output.WriteVInt32(dictionaryLength);
        output.WriteVInt32(blockLength);

        ReadOnlySpan<byte> dictionary = text[..dictionaryLength];
        output.WriteVInt32(Compress(dictionary, dictionaryLength: 0));
        dictionary.CopyTo(_dictionaryAndBlock);
        for (int start = dictionaryLength; start < text.Length; start += blockLength)
        {
            ReadOnlySpan<byte> block = text.Slice(start, Math.Min(blockLength, text.Length - start));
            block.CopyTo(_dictionaryAndBlock.AsSpan(dictionaryLength));
            output.WriteVInt32(Compress(_dictionaryAndBlock.AsSpan(0, dictionaryLength + block.Length), dictionaryLength));
        }

        output.WriteBytes(_compressed.AsSpan(0, _compressedLength));
    }

    private int Compress(ReadOnlySpan<byte> bytes, int dictionaryLength)
    {
        int length = _compressor.Compress(bytes, dictionaryLength, _compressed.AsSpan(_compressedLength));
        _compressedLength += length;
        return length;
    }

    private void Reserve(int textLength, int dictionaryAndBlockLength)
    {
        // Each part may need the slack of a block of its own.
        long most = Lz4.MaxCompressedLength(textLength) + ((Lucene87StoredFieldsFormat.BlocksPerPiece + 1) * Lz4.MaxCompressedLength(0));
        if (_compressed.Length < most)
        {
            _compressed = new byte[most];
        }

        if (_dictionaryAndBlock.Length < dictionaryAndBlockLength)
        {
            _dictionaryAndBlock = new byte[dictionaryAndBlockLength];
        }

        _compressedLength = 0;
    }
}
