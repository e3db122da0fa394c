using System.Numerics;
using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// Reads the skip data of one term (spec 5.5). Each level stands between two places: <c>before</c>, the last entry whose document is
/// below the target (at first the start of the term), and <c>next</c>, the entry behind it, whose impacts speak for the documents
/// between the two. A move goes (1) up to the first level whose next entry reaches the target, (2) from there down, on each level to
/// the right and then through the child pointer to the same place one level below.
/// </summary>
internal sealed class SkipReader
{
    private const int Log2Multiplier = 3;

    private readonly IndexInput _input;
    private readonly int _maxDoc;
    private readonly SkipLevel[] _levels = new SkipLevel[Lucene84Format.MaxSkipLevels];
    private bool _hasPositions;
    private bool _hasPayloads;
    private bool _hasPay;
    private int _entryCount;
    private int _levelCount;

    /// <summary>Creates the reader.</summary>
    /// <param name="input">A cursor over <c>.doc</c> for this reader alone.</param>
    /// <param name="maxDoc">The bound of documents.</param>
    public SkipReader(IndexInput input, int maxDoc)
    {
        _input = input;
        _maxDoc = maxDoc;
        for (int level = 0; level < _levels.Length; level++)
        {
            _levels[level] = new SkipLevel();
        }
    }

    /// <summary>Gets the place in front of the block that holds the target.</summary>
    public ref readonly SkipPoint Before => ref _levels[0].Before;

    /// <summary>Gets how many levels still have an entry at or behind the target.</summary>
    public int LiveLevels
    {
        get
        {
            int live = 0;
            while (live < _levelCount && _levels[live].Next.Doc != DocIdSetIterator.NoMoreDocs)
            {
                live++;
            }

            return live;
        }
    }

    /// <summary>Moves to the start of a term with more than 128 documents.</summary>
    public void Reset(FieldInfo field, in BlockTermState state)
    {
        _hasPositions = field.HasPositions;
        _hasPayloads = field.HasPayloads;
        _hasPay = field.HasOffsets || field.HasPayloads;
        _entryCount = (state.DocFreq - 1) / Lucene84Format.BlockSize;
        _levelCount = 1 + (BitOperations.Log2((uint)_entryCount) / Log2Multiplier);
        var start = new SkipPoint { DocPointer = state.DocStart, PosPointer = state.PosStart, PayPointer = state.PayStart };

        _input.Position = state.DocStart + state.SkipOffset;
        for (int level = _levelCount - 1; level >= 0; level--)
        {
            long length = level > 0 ? _input.ReadVInt64() : 0;
            _levels[level].Start = _input.Position;
            _levels[level].Position = _input.Position;
            _levels[level].Before = start;
            _input.Skip(length);
        }

        for (int level = 0; level < _levelCount; level++)
        {
            ReadNext(level);
        }
    }

    /// <summary>Moves to the block that holds <paramref name="target"/>; does not go backwards.</summary>
    public void Advance(int target)
    {
        int level = 0;
        while (level < _levelCount && _levels[level].Next.Doc < target)
        {
            level++;
        }

        for (level--; level >= 0; level--)
        {
            SkipLevel current = _levels[level];
            while (current.Next.Doc < target)
            {
                current.Before = current.Next;
                current.ChildOfBefore = current.ChildOfNext;
                ReadNext(level);
            }

            if (level > 0)
            {
                Descend(level);
            }
        }
    }

    /// <summary>Returns the last document that the current entry of a live level speaks for.</summary>
    /// <exception cref="CorruptIndexException">It is less than that of the level below, which it contains.</exception>
    public int UpTo(int level)
    {
        int doc = _levels[level].Next.Doc;
        return level == 0 || doc >= _levels[level - 1].Next.Doc
            ? doc
            : throw new CorruptIndexException(
                $"skip level {level} ends at document {doc}, before the level below", _input.Name, _input.Position);
    }

    /// <summary>Returns the impacts of the current entry of a live level; valid until the next move.</summary>
    public ReadOnlySpan<Impact> Impacts(int level) => _levels[level].DecodeImpacts(_input);

    /// <summary>Puts the level below to the place before which this one stands.</summary>
    private void Descend(int level)
    {
        SkipLevel upper = _levels[level];
        SkipLevel lower = _levels[level - 1];
        lower.Before = upper.Before;
        _input.Position = lower.Start + upper.ChildOfBefore;
        lower.ChildOfBefore = level > 1 ? _input.ReadVInt64() : 0;
        lower.Position = _input.Position;
        ReadNext(level - 1);
    }

    private void ReadNext(int level)
    {
        SkipLevel current = _levels[level];
        current.ForgetImpacts();
        ref SkipPoint next = ref current.Next;
        next = current.Before;
        next.Blocks += 1 << (Log2Multiplier * level);
        if (next.Blocks > _entryCount)
        {
            next.Doc = DocIdSetIterator.NoMoreDocs;
            return;
        }

        _input.Position = current.Position;
        var reader = new SpanReader(_input.Peek(int.MaxValue), _input);
        long doc = next.Doc + (long)(uint)reader.ReadVInt32();
        next.DocPointer += reader.ReadVInt64();
        if (_hasPositions)
        {
            next.PosPointer += reader.ReadVInt64();
            next.PosBufferUpto = reader.ReadVInt32();
            if (_hasPayloads)
            {
                reader.ReadVInt32(); // Payloads are passed over with the positions that they belong to.
            }

            if (_hasPay)
            {
                next.PayPointer += reader.ReadVInt64();
            }
        }

        current.ImpactsLength = reader.ReadVInt32();
        current.ImpactsStart = _input.Position + reader.Position;
        reader.ReadSpan(current.ImpactsLength);
        if (doc <= next.Doc || doc >= _maxDoc || (uint)next.PosBufferUpto >= Lucene84Format.BlockSize)
        {
            throw new CorruptIndexException(
                $"skip entry to document {doc} of {_maxDoc}, {next.PosBufferUpto} positions into a block", _input.Name, _input.Position);
        }

        next.Doc = (int)doc;
        current.ChildOfNext = level > 0 ? reader.ReadVInt64() : 0;
        current.Position = _input.Position + reader.Position;
    }
}
