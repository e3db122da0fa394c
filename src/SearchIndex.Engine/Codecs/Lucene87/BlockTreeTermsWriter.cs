using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// Writes <c>.tim</c>, <c>.tip</c> and <c>.tmd</c> (spec 6). Terms wait on a stack, in flat arrays, until all terms with a common
/// prefix are known; from 25 entries on they become a block, which then waits itself as one entry. The groups are those of Java (6.4).
/// </summary>
internal sealed class BlockTreeTermsWriter
{
    private const int MinItemsInBlock = 25;
    private const int MaxItemsInBlock = 48;
    private const int NoLead = -1;

    private readonly IndexOutput _terms;
    private readonly IndexOutput _index;
    private readonly TermsBlockWriter _blocks;
    private readonly BlockCodeBuilder _code = new();
    private readonly BlockPrefixes _prefixes = new();
    private readonly List<TermsFieldMeta> _fields = [];

    private readonly BytesBuilder _bytes = new();
    private readonly BytesBuilder _lastTerm = new();
    private PendingEntry[] _pending = new PendingEntry[2 * MaxItemsInBlock];
    private int _count;
    private int[] _prefixStart = new int[2 * MaxItemsInBlock];
    private TermsFieldMeta? _field;

    /// <summary>Creates the writer over files whose headers are written.</summary>
    public BlockTreeTermsWriter(IndexOutput terms, IndexOutput index)
    {
        _terms = terms;
        _index = index;
        _blocks = new TermsBlockWriter(terms);
    }

    /// <summary>Begins a field.</summary>
    public void StartField(FieldInfo field)
    {
        _field = new TermsFieldMeta { Field = field };
        _blocks.StartField(field);
        _prefixes.Clear();
        _lastTerm.Clear();
        _bytes.Clear();
        _count = 0;
    }

    /// <summary>Tells whether a term is greater than the one before.</summary>
    public bool CanAdd(ReadOnlySpan<byte> term) => _field!.TermCount == 0 || term.SequenceCompareTo(_lastTerm.Span) > 0;

    /// <summary>Adds a term, greater than the one before.</summary>
    public void Add(ReadOnlySpan<byte> term, in BlockTermState state)
    {
        CountTerm(term, in state);
        int common = _lastTerm.Span.CommonPrefixLength(term);
        CloseBlocks(common);
        if (_prefixStart.Length < term.Length)
        {
            Array.Resize(ref _prefixStart, Math.Max(term.Length, 2 * _prefixStart.Length));
        }

        _prefixStart.AsSpan(common, term.Length - common).Fill(_count);
        Push(new PendingEntry { Start = _bytes.Length, Length = term.Length, State = state });
        _bytes.WriteBytes(term);
        _lastTerm.Truncate(common);
        _lastTerm.WriteBytes(term[common..]);
    }

    /// <summary>Ends the field.</summary>
    /// <param name="docCount">The documents with at least one term.</param>
    public void FinishField(int docCount)
    {
        if (_count == 0)
        {
            return;
        }

        CloseBlocks(0);
        WriteBlocks(0, _count);
        TermsFieldMeta field = _field!;
        field.DocCount = docCount;
        field.MaxTerm = _lastTerm.Span.ToArray();
        field.RootCode = _code.Build().ToArray();
        field.IndexStart = _index.Position;
        _index.WriteBytes(_prefixes.BuildIndex(out long startNode));
        field.IndexLength = _index.Position - field.IndexStart;
        field.StartNode = startNode;
        _fields.Add(field);
    }

    /// <summary>Writes what <c>.tmd</c> says of the fields: how many have terms, then each.</summary>
    public void WriteMeta(IndexOutput output)
    {
        output.WriteVInt32(_fields.Count);
        foreach (TermsFieldMeta field in _fields)
        {
            field.Write(output);
        }
    }

    private void CountTerm(ReadOnlySpan<byte> term, in BlockTermState state)
    {
        TermsFieldMeta field = _field!;
        if (field.TermCount == 0)
        {
            field.MinTerm = term.ToArray();
        }

        field.TermCount++;
        field.SumTotalTermFreq += state.TotalTermFreq;
        field.SumDocFreq += state.DocFreq;
    }

    private void Push(in PendingEntry entry)
    {
        if (_count == _pending.Length)
        {
            Array.Resize(ref _pending, 2 * _count);
        }

        _pending[_count++] = entry;
    }

    /// <summary>Makes blocks of the prefixes of the last term that the next one does not share.</summary>
    private void CloseBlocks(int common)
    {
        for (int depth = _lastTerm.Length - 1; depth >= common; depth--)
        {
            int entries = _count - _prefixStart[depth];
            if (entries >= MinItemsInBlock)
            {
                WriteBlocks(depth + 1, entries);
            }
        }
    }

    /// <summary>
    /// Writes the topmost entries of the stack as one block, or as several floor blocks when they are many, and puts one entry in
    /// their place. A floor block ends where the byte behind the prefix changes.
    /// </summary>
    private void WriteBlocks(int prefixLength, int entryCount)
    {
        int from = _count - entryCount;
        int start = from;
        int lastLead = NoLead;
        for (int index = from; index < _count; index++)
        {
            int lead = Lead(in _pending[index], prefixLength);
            if (lead != lastLead && index - start >= MinItemsInBlock && _count - start > MaxItemsInBlock)
            {
                WriteBlock(prefixLength, from, start, index);
                start = index;
            }

            lastLead = lead;
        }

        WriteBlock(prefixLength, from, start, _count);
        ReplaceByBlock(from, prefixLength);
    }

    private void WriteBlock(int prefixLength, int from, int start, int end)
    {
        long pointer = _terms.Position;
        bool isLast = end == _count;
        bool hasTerms = _blocks.Write(_pending.AsSpan(start, end - start), _bytes.Span, prefixLength, isLast);
        if (start == from)
        {
            _code.Start(pointer, hasTerms);
        }
        else
        {
            _code.AddFloor((byte)Lead(in _pending[start], prefixLength), pointer, hasTerms);
        }
    }

    private void ReplaceByBlock(int from, int prefixLength)
    {
        // All entries start with the prefix, so the first one's bytes can stay as those of the block.
        int start = _pending[from].Start;
        _count = from;
        _bytes.Truncate(start + prefixLength);
        Push(new PendingEntry { Start = start, Length = prefixLength, IsBlock = true, BlockPointer = _code.FirstPointer });
        if (prefixLength > 0)
        {
            _prefixes.Add(_bytes.Span.Slice(start, prefixLength), _code.Build());
        }
    }

    private int Lead(in PendingEntry entry, int prefixLength) =>
        entry.Length == prefixLength ? NoLead : _bytes.Span[entry.Start + prefixLength];
}
