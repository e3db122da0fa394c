using System.Buffers;
using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// The chunk of stored fields that a reader is in. Expands only those parts that a document needs, each at most twice: first up to the end
/// of the document, and whole when a second one is wanted. The buffers come from the shared pool. For one thread.
/// </summary>
internal sealed class StoredFieldsChunk(IndexInput input, PieceDecompressor decompressor, int pieceLength) : IDisposable
{
    private readonly List<ChunkPart> _parts = [];
    // How many bytes of the text of each part are there.
    private int[] _expanded = [];
    private int[] _fieldCounts = [];
    private int[] _textStarts = [];
    private byte[] _text = [];
    private int _firstDoc;
    private int _docCount;

    /// <summary>Tells whether a document is in this chunk.</summary>
    public bool Contains(int doc) => (uint)(doc - _firstDoc) < (uint)_docCount;

    /// <summary>Reads the start of another chunk.</summary>
    /// <exception cref="CorruptIndexException">It is not the chunk that the index promised, or is damaged.</exception>
    public void Load(long start, long end, int firstDoc, int docCount)
    {
        _docCount = 0; // Damage found below must not leave a half-read chunk behind.
        input.Position = start;
        int docBase = input.ReadVInt32();
        int token = input.ReadVInt32();
        if (docBase != firstDoc || token >>> 1 != docCount || docCount == 0)
        {
            throw new CorruptIndexException(
                $"chunk of documents {docBase} + {token >>> 1}, the index says {firstDoc} + {docCount}", input.Name, start);
        }

        _fieldCounts = StoredFieldsInts.Read(input, docCount);
        int total = ReadTextStarts(docCount);
        if (total / decompressor.MaxRatio > end - input.Position)
        {
            throw new CorruptIndexException($"{total} bytes of text cannot come out of this chunk", input.Name, start);
        }

        ReadParts(end, total, sliced: (token & 1) != 0);
        Rent(ref _text, total);
        _firstDoc = firstDoc;
        _docCount = docCount;
    }

    /// <summary>Returns the serialized fields of a document of this chunk, valid until the next change, and their number.</summary>
    public ReadOnlyMemory<byte> Document(int doc, out int fieldCount)
    {
        int index = doc - _firstDoc;
        int start = _textStarts[index];
        int end = _textStarts[index + 1];
        for (int part = 0; part < _parts.Count; part++)
        {
            if (_parts[part].TextOffset < end && _parts[part].TextEnd > start)
            {
                Expand(part, Math.Min(end, _parts[part].TextEnd) - _parts[part].TextOffset);
            }
        }

        fieldCount = _fieldCounts[index];
        return _text.AsMemory(start, end - start);
    }

    public void Dispose()
    {
        _docCount = 0;
        Return(ref _text);
    }

    private static void Rent(ref byte[] buffer, int length)
    {
        if (buffer.Length < length)
        {
            Return(ref buffer);
            buffer = ArrayPool<byte>.Shared.Rent(length);
        }
    }

    private static void Return(ref byte[] buffer)
    {
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = [];
        }
    }

    private int ReadTextStarts(int docCount)
    {
        int[] lengths = StoredFieldsInts.Read(input, docCount);
        _textStarts = new int[docCount + 1];
        long total = 0;
        for (int index = 0; index < docCount; index++)
        {
            total += lengths[index];
            if (total > Array.MaxLength)
            {
                throw new CorruptIndexException($"chunk of more than {total} bytes of text", input.Name, input.Position);
            }

            _textStarts[index + 1] = (int)total;
        }

        return (int)total;
    }

    private void ReadParts(long end, int total, bool sliced)
    {
        _parts.Clear();
        int textOffset = 0;
        do
        {
            int length = sliced ? Math.Min(pieceLength, total - textOffset) : total;
            decompressor.ReadLayout(input, end, textOffset, length, _parts);
            textOffset += length;
        }
        while (textOffset < total && input.Position < end);
        if (textOffset != total || input.Position != end)
        {
            throw new CorruptIndexException(
                $"the pieces hold {textOffset} of {total} bytes of text, the chunk ends at {end}", input.Name, input.Position);
        }

        _expanded = new int[_parts.Count];
    }

    private void Expand(int index, int wanted)
    {
        if (_expanded[index] >= wanted)
        {
            return;
        }

        ChunkPart part = _parts[index];
        wanted = _expanded[index] > 0 ? part.TextLength : wanted;
        ReadOnlySpan<byte> source = input.SpanAt(part.SourceOffset, part.SourceLength);
        if (!TryExpand(index, part, source, wanted))
        {
            throw new CorruptIndexException($"damaged part of {part.TextLength} bytes of text", input.Name, part.SourceOffset);
        }

        _expanded[index] = wanted;
    }

    private bool TryExpand(int index, ChunkPart part, ReadOnlySpan<byte> source, int wanted)
    {
        if (part.Dictionary == index)
        {
            return decompressor.TryDecompress(source, _text.AsSpan(part.TextOffset, part.TextLength), dictionaryLength: 0, part.TextLength);
        }

        ChunkPart dictionary = _parts[part.Dictionary];
        Expand(part.Dictionary, dictionary.TextLength);
        int length = dictionary.TextLength + part.TextLength;
        wanted += dictionary.TextLength;
        if (dictionary.TextEnd == part.TextOffset)
        {
            return decompressor.TryDecompress(source, _text.AsSpan(dictionary.TextOffset, length), dictionary.TextLength, wanted);
        }

        // Matches reach back from the block into the dictionary, so it has to stand right before the block.
        byte[] room = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            _text.AsSpan(dictionary.TextOffset, dictionary.TextLength).CopyTo(room);
            bool whole = decompressor.TryDecompress(source, room.AsSpan(0, length), dictionary.TextLength, wanted);
            room.AsSpan(dictionary.TextLength, wanted - dictionary.TextLength).CopyTo(_text.AsSpan(part.TextOffset));
            return whole;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }
}
