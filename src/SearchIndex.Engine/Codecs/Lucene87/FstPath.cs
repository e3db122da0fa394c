namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// All block prefixes that a term starts with, from the empty one to the longest, and their codes. Used again and again by one enum.
/// </summary>
internal sealed class FstPath
{
    /// <summary>A code has at most 256 floor blocks of a label and a pointer each; the rest is a pointer and a count.</summary>
    private const int MaxCodeLength = 4096;

    private readonly Fst _fst;
    private readonly List<Match> _matches = [];
    private readonly BytesBuilder _codes = new();
    private byte[] _output = new byte[64];

    public FstPath(Fst fst)
    {
        _fst = fst;
    }

    /// <summary>Gets the number of prefixes, 1 or more after a walk.</summary>
    public int Count => _matches.Count;

    /// <summary>Returns the length of a prefix.</summary>
    public int PrefixLength(int index) => _matches[index].PrefixLength;

    /// <summary>Returns the code of a prefix; valid until the next walk.</summary>
    public ReadOnlySpan<byte> Code(int index) => _codes.Span.Slice(_matches[index].CodeStart, _matches[index].CodeLength);

    /// <summary>Walks along a term as far as the index goes.</summary>
    public void Walk(ReadOnlySpan<byte> term)
    {
        _matches.Clear();
        _codes.Clear();
        _matches.Add(new Match(0, 0, _fst.EmptyOutput.Length));
        _codes.WriteBytes(_fst.EmptyOutput);

        FstArcReader arcs = _fst.OpenArcs();
        int node = _fst.StartNode;
        int outputLength = 0;
        for (int depth = 0; depth < term.Length && node != 0 && arcs.Find(node, term[depth]); depth++)
        {
            int needed = outputLength + arcs.OutputLength + arcs.FinalOutputLength;
            if (needed > MaxCodeLength)
            {
                throw arcs.Damaged($"the code of a prefix has {needed} bytes");
            }

            if (needed > _output.Length)
            {
                Array.Resize(ref _output, 2 * needed);
            }

            arcs.CopyOutput(_output.AsSpan(outputLength));
            outputLength += arcs.OutputLength;
            if (arcs.IsFinal)
            {
                arcs.CopyFinalOutput(_output.AsSpan(outputLength));
                _matches.Add(new Match(depth + 1, _codes.Length, needed));
                _codes.WriteBytes(_output.AsSpan(0, needed));
            }

            node = arcs.Target;
        }
    }

    private readonly record struct Match(int PrefixLength, int CodeStart, int CodeLength);
}
