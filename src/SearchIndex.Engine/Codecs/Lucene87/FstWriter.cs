namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// Builds the index of a field (spec 6.6): a trie of block prefixes, whose codes are the final outputs of their last arcs. Nodes are
/// written when no further prefix can reach them, so targets come before the arcs that point to them. A node with few arcs is a
/// linear list; one with many is addressed directly by label, unless arcs of uneven length would waste too much room.
/// <code>
/// linear node  arc*, the last one with a flag
/// direct node  40, VInt labels, VInt bytes of a slot, one bit for each label, first label, a slot for each arc without its label
/// arc          flags, label, [VInt length, code], [VLong address of the target]
/// </code>
/// Example, in reading order: <c>29 61 02 DA 01</c> is a final arc without target (1, 8, 32) for label a, with the code <c>DA 01</c>.
/// </summary>
internal sealed class FstWriter
{
    private const int MinArcsOfDirectNode = 5;
    private const int MaxWaste = 3;

    private readonly BytesBuilder _body = new();
    private readonly BytesBuilder _codes = new();
    private readonly BytesBuilder _node = new();
    private readonly BytesBuilder _arc = new();
    private readonly List<List<FstArc>> _open = [];
    private readonly BytesBuilder _last = new();

    /// <summary>Begins the index of a field.</summary>
    public void Start()
    {
        _body.Clear();
        _body.WriteByte(0); // Address 0 stands for "no node".
        _codes.Clear();
        _last.Clear();
    }

    /// <summary>Adds a prefix of 1 byte or more, greater than the one before.</summary>
    public void Add(ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> code)
    {
        int common = _last.Span.CommonPrefixLength(prefix);
        CloseNodes(common);
        while (_open.Count < prefix.Length)
        {
            _open.Add([]);
        }

        for (int depth = common; depth < prefix.Length; depth++)
        {
            bool isFinal = depth == prefix.Length - 1;
            _open[depth].Add(new FstArc
            {
                Label = prefix[depth],
                IsFinal = isFinal,
                OutputStart = _codes.Length,
                OutputLength = isFinal ? code.Length : 0,
            });
        }

        _codes.WriteBytes(code);
        _last.Clear();
        _last.WriteBytes(prefix);
    }

    /// <summary>Ends the index.</summary>
    /// <param name="startNode">The address of the root; 0 when no prefix was added.</param>
    /// <returns>The body; valid until the next start.</returns>
    public ReadOnlySpan<byte> Finish(out long startNode)
    {
        startNode = 0;
        if (_last.Length > 0)
        {
            CloseNodes(0);
            startNode = WriteNode(_open[0]);
        }

        return _body.Span;
    }

    /// <summary>Writes the nodes below the first <paramref name="common"/> labels of the last prefix.</summary>
    private void CloseNodes(int common)
    {
        for (int depth = _last.Length - 1; depth > common; depth--)
        {
            List<FstArc> parent = _open[depth - 1];
            parent[^1] = parent[^1] with { Target = WriteNode(_open[depth]) };
        }
    }

    private long WriteNode(List<FstArc> arcs)
    {
        _node.Clear();
        if (!TryWriteDirect(arcs))
        {
            WriteLinear(arcs);
        }

        arcs.Clear();
        Span<byte> bytes = _node.Span;
        bytes.Reverse(); // Nodes are read backwards.
        _body.WriteBytes(bytes);
        return _body.Length - 1;
    }

    private void WriteLinear(List<FstArc> arcs)
    {
        for (int index = 0; index < arcs.Count; index++)
        {
            EncodeArc(arcs[index], index == arcs.Count - 1, withLabel: true);
            _node.WriteBytes(_arc.Span);
        }
    }

    private bool TryWriteDirect(List<FstArc> arcs)
    {
        if (arcs.Count < MinArcsOfDirectNode)
        {
            return false;
        }

        int longest = 0;
        int total = 0;
        for (int index = 0; index < arcs.Count; index++)
        {
            EncodeArc(arcs[index], index == arcs.Count - 1, withLabel: false);
            longest = Math.Max(longest, _arc.Length);
            total += _arc.Length;
        }

        if (longest * arcs.Count > MaxWaste * total)
        {
            return false;
        }

        WriteDirect(arcs, longest);
        return true;
    }

    private void WriteDirect(List<FstArc> arcs, int slotLength)
    {
        int first = arcs[0].Label;
        int range = arcs[^1].Label - first + 1;
        _node.WriteByte(FstFormat.DirectNode);
        _node.WriteVInt32(range);
        _node.WriteVInt32(slotLength);
        int presence = _node.Length;
        _node.WriteZeros(FstFormat.PresenceBytes(range));
        _node.WriteByte((byte)first);
        for (int index = 0; index < arcs.Count; index++)
        {
            int place = arcs[index].Label - first;
            _node.Span[presence + (place >> 3)] |= (byte)(1 << (place & 7));
            EncodeArc(arcs[index], index == arcs.Count - 1, withLabel: false);
            _node.WriteBytes(_arc.Span);
            _node.WriteZeros(slotLength - _arc.Length);
        }
    }

    private void EncodeArc(in FstArc arc, bool isLast, bool withLabel)
    {
        byte flags = 0;
        flags |= isLast ? FstFormat.LastArc : (byte)0;
        flags |= arc.Target == 0 ? FstFormat.StopNode : (byte)0;
        flags |= arc.IsFinal ? (byte)(FstFormat.FinalArc | FstFormat.HasFinalOutput) : (byte)0;
        _arc.Clear();
        _arc.WriteByte(flags);
        if (withLabel)
        {
            _arc.WriteByte(arc.Label);
        }

        if (arc.IsFinal)
        {
            _arc.WriteVInt32(arc.OutputLength);
            _arc.WriteBytes(_codes.Span.Slice(arc.OutputStart, arc.OutputLength));
        }

        if (arc.Target != 0)
        {
            _arc.WriteVInt64(arc.Target);
        }
    }
}
