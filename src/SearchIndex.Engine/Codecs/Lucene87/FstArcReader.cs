using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// Finds arcs in the index of a field (spec 6.6) and stands at the one found last. All reading goes backwards through the body, and
/// never leaves it.
/// </summary>
internal ref struct FstArcReader
{
    private readonly ReadOnlySpan<byte> _body;
    private readonly IndexInput _source;
    private int _position;
    private int _outputEnd;
    private int _finalOutputEnd;

    public FstArcReader(ReadOnlySpan<byte> body, IndexInput source)
    {
        _body = body;
        _source = source;
    }

    /// <summary>Gets whether a prefix ends with the arc.</summary>
    public bool IsFinal { get; private set; }

    /// <summary>Gets the address of the node that the arc leads to, 0 when it leads to none.</summary>
    public int Target { get; private set; }

    /// <summary>Gets the length of the arc's output.</summary>
    public int OutputLength { get; private set; }

    /// <summary>Gets the length of the arc's final output.</summary>
    public int FinalOutputLength { get; private set; }

    /// <summary>Moves to the arc of a label.</summary>
    /// <param name="node">The address of the node.</param>
    /// <param name="label">The label.</param>
    /// <returns>Whether the node has such an arc.</returns>
    public bool Find(int node, byte label)
    {
        _position = node;
        byte first = ReadByte();
        return first switch
        {
            FstFormat.SearchedNode => FindBySearch(label),
            FstFormat.DirectNode => FindDirectly(label),
            _ => FindInList(first, label),
        };
    }

    /// <summary>Copies the arc's output.</summary>
    public readonly void CopyOutput(Span<byte> target) => CopyBackwards(_outputEnd, target[..OutputLength]);

    /// <summary>Copies the arc's final output.</summary>
    public readonly void CopyFinalOutput(Span<byte> target) => CopyBackwards(_finalOutputEnd, target[..FinalOutputLength]);

    /// <summary>Makes the exception for a body that is not what it must be.</summary>
    public readonly CorruptIndexException Damaged(string problem) =>
        new($"index of terms: {problem}, byte {_position} of its {_body.Length}", _source.Name, _source.Position);

    private bool FindInList(byte flags, byte label)
    {
        while (true)
        {
            byte current = ReadByte();
            bool targetNext = ReadArc(flags);
            if (current == label)
            {
                if (targetNext)
                {
                    Target = EndOfList(flags);
                }

                return true;
            }

            if (current > label || (flags & FstFormat.LastArc) != 0)
            {
                return false;
            }

            flags = ReadByte();
        }
    }

    /// <summary>Moves over the arcs behind the current one and returns where the next node starts.</summary>
    private readonly int EndOfList(byte flags)
    {
        FstArcReader rest = this;
        while ((flags & FstFormat.LastArc) == 0)
        {
            flags = rest.ReadByte();
            rest.ReadByte();
            rest.ReadArc(flags);
        }

        return rest._position;
    }

    private bool FindBySearch(byte label)
    {
        int arcs = ReadVInt32();
        int slotLength = ReadVInt32();
        int start = _position;
        CheckSlots(arcs, slotLength);
        int low = 0;
        int high = arcs - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            _position = start - (middle * slotLength);
            byte flags = ReadByte();
            byte current = ReadByte();
            if (current == label)
            {
                return ReadArcOfSlot(flags);
            }

            if (current < label)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return false;
    }

    private bool FindDirectly(byte label)
    {
        int range = ReadVInt32();
        int slotLength = ReadVInt32();
        if (range is < 1 or > 256)
        {
            throw Damaged("a node covers an impossible range of labels");
        }

        int presence = _position;
        _position -= FstFormat.PresenceBytes(range);
        int place = label - ReadByte();
        if (place < 0 || place >= range || (_body[presence - (place >> 3)] & (1 << (place & 7))) == 0)
        {
            return false;
        }

        int slot = 0;
        for (int index = 0; index < place >> 3; index++)
        {
            slot += int.PopCount(_body[presence - index]);
        }

        slot += int.PopCount(_body[presence - (place >> 3)] & ((1 << (place & 7)) - 1));
        CheckSlots(slot + 1, slotLength);
        _position -= slot * slotLength;
        return ReadArcOfSlot(ReadByte());
    }

    /// <summary>Makes sure that the slots lie inside of the body; without this their product could overflow.</summary>
    private readonly void CheckSlots(int slots, int slotLength)
    {
        if (slots < 0 || slotLength < 1 || (long)slots * slotLength > _position + 1)
        {
            throw Damaged($"{slots} arcs of {slotLength} bytes do not fit");
        }
    }

    private bool ReadArcOfSlot(byte flags) =>
        ReadArc(flags) ? throw Damaged("a node with arcs of one size leads to the node behind it") : true;

    /// <summary>Reads what follows flags and label; returns whether the target is the node behind this one.</summary>
    private bool ReadArc(byte flags)
    {
        IsFinal = (flags & FstFormat.FinalArc) != 0;
        OutputLength = 0;
        FinalOutputLength = 0;
        if ((flags & FstFormat.HasOutput) != 0)
        {
            OutputLength = ReadOutput(out _outputEnd);
        }

        if ((flags & FstFormat.HasFinalOutput) != 0)
        {
            FinalOutputLength = ReadOutput(out _finalOutputEnd);
        }

        Target = 0;
        if ((flags & FstFormat.StopNode) != 0)
        {
            return false;
        }

        if ((flags & FstFormat.TargetNext) != 0)
        {
            return true;
        }

        Target = ReadVInt32();
        return Target > 0 ? false : throw Damaged("an arc leads to no node");
    }

    private int ReadOutput(out int end)
    {
        int length = ReadVInt32();
        end = _position;
        if (length < 0 || length > _position + 1)
        {
            throw Damaged($"an output of {length} bytes does not fit");
        }

        _position -= length;
        return length;
    }

    private readonly void CopyBackwards(int end, Span<byte> target)
    {
        for (int index = 0; index < target.Length; index++)
        {
            target[index] = _body[end - index];
        }
    }

    private byte ReadByte()
    {
        int position = _position;
        if ((uint)position >= (uint)_body.Length)
        {
            throw Damaged("a node does not end");
        }

        _position = position - 1;
        return _body[position];
    }

    private int ReadVInt32()
    {
        int value = 0;
        for (int shift = 0; shift < 35; shift += 7)
        {
            byte current = ReadByte();
            value |= (current & 0x7F) << shift;
            if (current < 0x80)
            {
                return value;
            }
        }

        throw Damaged("a number of variable length does not end");
    }
}
