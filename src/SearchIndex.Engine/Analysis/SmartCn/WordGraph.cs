namespace SearchIndex.Engine.Analysis.SmartCn;

/// <summary>
/// Finds the likeliest words of a sentence: every piece that may be a word is a node, neighbours are joined by edges with the
/// cost of their pair, and the cheapest path from the begin to the end of the sentence is the segmentation (spec 5 to 7).
/// All arrays are kept for the next sentence. For one thread.
/// </summary>
internal sealed class WordGraph
{
    private readonly SmartCnLexicon _lexicon;

    // Nodes ascend by start; those of one start stand in the order of their lengths. Ties of paths hang on this order.
    private WordNode[] _nodes = new WordNode[256];
    private double[] _costs = new double[256];
    private int[] _previous = new int[256];
    private int[] _path = new int[256];
    private int _nodeCount;
    private int _pathStart;

    // The pairs of neighbours, and what each costs.
    private ulong[] _edges = new ulong[1024];
    private double[] _edgeCosts = new double[1024];

    // Per place in the sentence: the first node that starts there or further right.
    private int[] _firstNodeFrom = new int[256];

    /// <summary>Creates a graph.</summary>
    internal WordGraph(SmartCnLexicon lexicon)
    {
        _lexicon = lexicon;
    }

    /// <summary>Cuts a sentence into words and returns their number, 0 for a blank one.</summary>
    internal int Segment(ReadOnlySpan<char> sentence)
    {
        AddNodes(sentence);
        IndexStarts(sentence.Length);
        ComputeCosts();
        CollectPath();
        return _path.Length - _pathStart;
    }

    /// <summary>Returns a word of the sentence, from 0; valid until the next call of <see cref="Segment"/>.</summary>
    internal WordNode Word(int index) => _nodes[_path[_pathStart + index]];

    private void AddNodes(ReadOnlySpan<char> sentence)
    {
        _nodeCount = 0;
        AddNode(-1, 0, _lexicon.IdOf(SpecialWord.SentenceBegin), NodeKind.Border);
        int lettersId = _lexicon.IdOf(SpecialWord.Letters);
        int numberId = _lexicon.IdOf(SpecialWord.Number);
        int at = 0;
        while (at < sentence.Length)
        {
            char unit = sentence[at];
            switch (CharacterTypes.OfUnit[unit])
            {
                case CharacterType.Han:
                    AddHanWords(sentence, at++);
                    break;
                case CharacterType.Space:
                    at++;
                    break;
                case CharacterType.Surrogate:
                    bool isPair = char.IsHighSurrogate(unit) && at + 1 < sentence.Length && char.IsLowSurrogate(sentence[at + 1]);
                    at = AddNode(at, isPair ? at + 2 : at + 1, _lexicon.IdOf(unit), NodeKind.Plain);
                    break;
                case CharacterType.Letter:
                case CharacterType.WideLetter:
                    at = AddRun(sentence, at, CharacterType.Letter, CharacterType.WideLetter, lettersId, NodeKind.Letters);
                    break;
                case CharacterType.Digit:
                case CharacterType.WideDigit:
                    at = AddRun(sentence, at, CharacterType.Digit, CharacterType.WideDigit, numberId, NodeKind.Plain);
                    break;
                case CharacterType.Delimiter:
                    at = AddNode(at, at + 1, _lexicon.IdOf(unit), NodeKind.Delimiter);
                    break;
                default:
                    at = AddNode(at, at + 1, lettersId, NodeKind.Letters);
                    break;
            }
        }

        AddNode(sentence.Length, sentence.Length + 1, _lexicon.IdOf(SpecialWord.SentenceEnd), NodeKind.Border);
    }

    private void AddHanWords(ReadOnlySpan<char> sentence, int start)
    {
        char first = sentence[start];
        int end = AddNode(start, start + 1, _lexicon.IdOf(first), NodeKind.Plain);
        WordPrefix prefix = _lexicon.Prefixes.Begin(first);
        for (int length = 1; prefix.Exists && prefix.HasLonger; length++)
        {
            // A word goes on behind spaces, but does not end in them.
            int next = end;
            while (next < sentence.Length && CharacterTypes.OfUnit[sentence[next]] == CharacterType.Space)
            {
                next++;
            }

            if (next == sentence.Length || CharacterTypes.OfUnit[sentence[next]] != CharacterType.Han)
            {
                return;
            }

            prefix = _lexicon.Prefixes.Extend(prefix, length, sentence[next]);
            end = next + 1;
            if (prefix.Exists && prefix.IsWord)
            {
                bool hasSpaces = end - start > length + 1;
                AddNode(start, end, prefix.FirstId, hasSpaces ? NodeKind.SpacedWord : NodeKind.Plain);
            }
        }
    }

    private int AddRun(ReadOnlySpan<char> sentence, int start, CharacterType narrow, CharacterType wide, int id, NodeKind narrowKind)
    {
        bool hasWide = false;
        int end = start;
        while (end < sentence.Length)
        {
            CharacterType type = CharacterTypes.OfUnit[sentence[end]];
            if (type != narrow && type != wide)
            {
                break;
            }

            hasWide |= type == wide;
            end++;
        }

        return AddNode(start, end, id, hasWide ? NodeKind.Wide : narrowKind);
    }

    private int AddNode(int start, int end, int id, NodeKind kind)
    {
        if (_nodeCount == _nodes.Length)
        {
            Array.Resize(ref _nodes, _nodeCount * 2);
            Array.Resize(ref _costs, _nodeCount * 2);
            Array.Resize(ref _previous, _nodeCount * 2);
            Array.Resize(ref _path, _nodeCount * 2);
        }

        _nodes[_nodeCount++] = new WordNode(start, end, id, kind);
        return end;
    }

    private void IndexStarts(int sentenceLength)
    {
        if (_firstNodeFrom.Length <= sentenceLength)
        {
            _firstNodeFrom = new int[Math.Max(sentenceLength + 1, 2 * _firstNodeFrom.Length)];
        }

        int place = 0;
        for (int node = 1; node < _nodeCount; node++)
        {
            int start = _nodes[node].Start;
            while (place <= start)
            {
                _firstNodeFrom[place++] = node;
            }
        }
    }

    private void ComputeCosts()
    {
        CollectEdges();
        WordNode[] nodes = _nodes;
        Span<double> costs = _costs.AsSpan(0, _nodeCount);
        costs.Fill(double.PositiveInfinity);
        costs[0] = 0;
        int last = _nodeCount - 1;
        int edge = 0;
        for (int source = 0; source < last; source++)
        {
            int target = _firstNodeFrom[nodes[source].End];
            int targetStart = nodes[target].Start;
            do
            {
                double cost = costs[source] + _edgeCosts[edge++];

                // On a tie the path through the earlier node stays.
                if (cost < costs[target])
                {
                    costs[target] = cost;
                    _previous[target] = source;
                }

                target++;
            }
            while (target <= last && nodes[target].Start == targetStart);
        }
    }

    /// <summary>Finds the cost of every edge, ordered by source and target, all before the first is used: no look-up waits for a path.</summary>
    private void CollectEdges()
    {
        WordNode[] nodes = _nodes;
        int last = _nodeCount - 1;
        int count = 0;
        for (int source = 0; source < last; source++)
        {
            int id = nodes[source].Id;
            int target = _firstNodeFrom[nodes[source].End];
            int targetStart = nodes[target].Start;
            do
            {
                if (count == _edges.Length)
                {
                    Array.Resize(ref _edges, 2 * count);
                }

                _edges[count++] = PairTable.KeyOf(id, nodes[target].Id);
                target++;
            }
            while (target <= last && nodes[target].Start == targetStart);
        }

        if (_edgeCosts.Length < count)
        {
            _edgeCosts = new double[_edges.Length];
        }

        _lexicon.Pairs.Costs(_edges.AsSpan(0, count), _edgeCosts);
    }

    private void CollectPath()
    {
        _pathStart = _path.Length;
        for (int node = _previous[_nodeCount - 1]; node > 0; node = _previous[node])
        {
            _path[--_pathStart] = node;
        }
    }
}
