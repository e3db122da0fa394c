using System.Globalization;
using SearchIndex.Engine.Analysis.Bigrams;
using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Documents;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Tests.Store;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Tests.Index.Faults;

/// <summary>
/// A made-up life of an index on a bad disk: writers come and go, faults strike, the machine crashes. After each of them the index must
/// be what was acknowledged last (or what was being committed), sound, and a new writer must leave no other file in the folder.
/// </summary>
internal sealed class FaultScenario(int seed) : IDisposable
{
    private const int SmallestBufferBytes = 1;
    private const int LargeBufferBytes = 16 << 20;

    private static readonly FieldType IdType = new()
    {
        Stored = true,
        IndexOptions = IndexOptions.Docs,
        OmitNorms = true,
        DocValuesType = DocValuesType.Sorted,
    };

    private static readonly FieldType TextType = new()
    {
        Stored = true,
        Tokenized = true,
        IndexOptions = IndexOptions.DocsAndFreqsAndPositionsAndOffsets,
    };

    private readonly Random _random = new(seed);
    private readonly IndexModel _model = new();
    private FaultyDirectory _directory = new();

    /// <summary>Gets the faults that struck.</summary>
    public int Faults { get; private set; }

    /// <summary>Gets the crashes.</summary>
    public int Crashes { get; private set; }

    /// <summary>Gets the commits that were acknowledged.</summary>
    public int Commits { get; private set; }

    public void Dispose() => _directory.Dispose();

    public void Run()
    {
        int rounds = 1 + _random.Next(3);
        for (int round = 0; round < rounds; round++)
        {
            _directory.Plan = FaultPlan.Next(_random) with { IsSlow = _random.Next(8) == 0 };
            RunWriter();
            Faults += _directory.Faults;
            Ensure(_directory.IsCrashed || _directory.OpenHandles == 0, $"{_directory.OpenHandles} files are open");
            if (_directory.IsCrashed)
            {
                Crashes++;
                _directory = _directory.AfterCrash(_random);
            }

            _directory.Plan = FaultPlan.None;
            _model.Restart(ExpectSound());
            ExpectNoLeftovers();
        }
    }

    /// <summary>Works with one writer until its steps are done or a fault strikes.</summary>
    private void RunWriter()
    {
        IndexWriter? writer = null;
        try
        {
            bool create = _random.Next(12) == 0;
            writer = OpenWriter(create ? OpenMode.Create : OpenMode.CreateOrAppend);
            if (create)
            {
                _model.Restart([]);
            }

            for (int step = 1 + _random.Next(9); step > 0; step--)
            {
                Step(writer);
            }
        }
        catch (IOException) when (_directory.Faults > 0)
        {
            TryAgain(writer);
        }
        finally
        {
            Close(writer);
        }
    }

    private void Step(IndexWriter writer)
    {
        switch (_random.Next(14))
        {
            case 0:
                writer.Flush();
                break;
            case 1 or 2 or 3:
                Commit(writer);
                break;
            case 4:
                ExpectReadable();
                break;
            case 5 or 6:
                UpdateDocument(writer);
                break;
            case 7 or 8:
                DeleteDocument(writer);
                break;
            case 9:
                ExpectAllVisible(writer);
                break;
            case 10 when _random.Next(3) == 0:
                writer.Optimize(1 + _random.Next(2));
                break;
            case 11 when _directory.Plan.IsSlow:
                writer.WaitForMerges();
                break;
            default:
                AddDocuments(writer);
                break;
        }
    }

    private void AddDocuments(IndexWriter writer)
    {
        int[] ids = [.. Enumerable.Range(0, 1 + _random.Next(4)).Select(_ => _model.NewId())];
        string text = Text();
        bool parallel = _directory.Plan.IsSlow;
        if (parallel)
        {
            AddInParallel(writer, ids, text);
            return;
        }

        foreach (int id in ids)
        {
            _model.Begin(id, text);
            writer.AddDocument(DocumentOf(id, text));
            _model.Done(id);
        }
    }

    private void AddInParallel(IndexWriter writer, int[] ids, string text)
    {
        Array.ForEach(ids, id => _model.Begin(id, text));
        try
        {
            Parallel.ForEach(ids, id => writer.AddDocument(DocumentOf(id, text)));
        }
        catch (AggregateException problem) when (problem.InnerExceptions.All(inner => inner is IOException or InvalidOperationException))
        {
            // The first thread meets the fault, the others a writer that refuses.
            throw problem.InnerExceptions.OfType<IOException>().First();
        }

        Array.ForEach(ids, _model.Done);
    }

    /// <summary>Replaces a document, or one that is not there.</summary>
    private void UpdateDocument(IndexWriter writer)
    {
        int id = KnownId();
        string text = Text();
        _model.Begin(id, text);
        writer.UpdateDocument(TermOf(id), DocumentOf(id, text));
        _model.Done(id);
    }

    private void DeleteDocument(IndexWriter writer)
    {
        int id = KnownId();
        _model.Begin(id, null);
        writer.DeleteDocuments(TermOf(id));
        _model.Done(id);
    }

    /// <summary>A reader of the writer sees all that it has.</summary>
    private void ExpectAllVisible(IndexWriter writer)
    {
        using DirectoryReader reader = writer.OpenReader();
        SortedDictionary<int, string> found = Read(reader);
        Ensure(found.SequenceEqual(_model.Current), $"the writer's reader sees [{string.Join(", ", found)}]");
    }

    private void Commit(IndexWriter writer)
    {
        _model.BeginCommit();
        writer.Commit(new Dictionary<string, string> { ["documents"] = _model.Current.Count.ToString(CultureInfo.InvariantCulture) });
        _model.Acknowledge();
        Commits++;
    }

    /// <summary>
    /// When the disk works again, a writer may refuse to go on, but if it acknowledges a commit, every document that it took must be in it.
    /// </summary>
    private void TryAgain(IndexWriter? writer)
    {
        if (writer is null || _directory.IsCrashed || _random.Next(2) == 0)
        {
            return;
        }

        Faults += _directory.Faults;
        _directory.Plan = FaultPlan.None;
        _model.BeginCommit();
        try
        {
            writer.Commit();
        }
        catch (Exception problem) when (problem is IOException or ObjectDisposedException or InvalidOperationException)
        {
            return; // It refuses; what it took is gone, and whoever gave it knows.
        }

        _model.Acknowledge();
        Commits++;
    }

    private void Close(IndexWriter? writer)
    {
        try
        {
            writer?.Dispose();
        }
        catch (IOException) when (_directory.Faults > 0)
        {
            // The files that it could not delete are for the next writer.
        }
    }

    /// <summary>Opens the index, with whatever fault strikes then, and compares it with the model.</summary>
    private void ExpectReadable()
    {
        if (_model.MustExist)
        {
            Ensure(_model.Allows(Read()), "a reader beside the writer sees something else");
        }
    }

    private SortedDictionary<int, string> ExpectSound()
    {
        CheckIndexReport report;
        try
        {
            report = CheckIndex.Run(_directory, Lucene87Codec.Instance);
        }
        catch (IndexNotFoundException)
        {
            Ensure(!_model.MustExist, "the index is gone");
            return [];
        }

        Ensure(report.Verdict != CheckVerdict.Corrupt, string.Join('\n', report.Lines()));
        SortedDictionary<int, string> found = Read();
        Ensure(_model.Allows(found), $"the index holds [{string.Join(", ", found)}]");
        return found;
    }

    private void ExpectNoLeftovers()
    {
        OpenWriter().Dispose();
        long generation = SegmentInfos.LastGeneration(_directory);
        IEnumerable<string> needed = generation == 0 ? [] : SegmentInfos.Read(_directory, Lucene87Codec.Instance, generation).Files();
        IEnumerable<string> left = _directory.ListAll().Except(needed, StringComparer.Ordinal);
        Ensure(!left.Any(), $"files are left over: {string.Join(", ", left)}");
        Ensure(_directory.OpenHandles == 0, $"{_directory.OpenHandles} files are open");
        if (_model.MustExist)
        {
            Ensure(_model.Allows(Read()), "a writer that did nothing changed the index");
        }
    }

    private SortedDictionary<int, string> Read()
    {
        using DirectoryReader reader = DirectoryReader.Open(_directory, Lucene87Codec.Instance);
        return Read(reader);
    }

    private SortedDictionary<int, string> Read(DirectoryReader reader)
    {
        var found = new SortedDictionary<int, string>();
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            for (int docId = 0; docId < leaf.Reader.MaxDoc; docId++)
            {
                if (leaf.Reader.LiveDocs is { } live && !live[docId])
                {
                    continue;
                }

                var visitor = new DocumentVisitor();
                leaf.Reader.VisitDocument(docId, visitor);
                Ensure(found.TryAdd(visitor.Id, visitor.Text), $"document {visitor.Id} is there twice");
            }
        }

        return found;
    }

    private IndexWriter OpenWriter(OpenMode mode = OpenMode.CreateOrAppend) => new(_directory, new IndexWriterConfig(new HanBigramAnalyzer(), Lucene87Codec.Instance)
    {
        OpenMode = mode,
        MergePolicy = new TieredMergePolicy { MaxSegments = 1 + _random.Next(4) },
        RamBufferBytes = _random.Next(4) == 0 ? SmallestBufferBytes : LargeBufferBytes,
        CompoundFileMaxBytes = _random.Next(3) == 0 ? 0 : 1 << _random.Next(8, 20),
        MergeThreads = _directory.Plan.IsSlow ? 1 + _random.Next(2) : 0, // A slow disk is not the same twice anyway.
    });

    private int KnownId() => _model.Current.Count == 0 || _random.Next(6) == 0
        ? _model.NewId()
        : _model.Current.Keys.ElementAt(_random.Next(_model.Current.Count));

    private static Term TermOf(int id) => new("id", id.ToString(CultureInfo.InvariantCulture));

    private string Text() => string.Concat(Enumerable.Range(0, 1 + _random.Next(30)).Select(_ => (char)('一' + _random.Next(50))));

    private static Document DocumentOf(int id, string text)
    {
        var document = new Document();
        document.Add(new Field("id", id.ToString(CultureInfo.InvariantCulture), IdType));
        document.Add(new Field("text", text, TextType));
        return document;
    }

    private void Ensure(bool condition, string problem)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"{problem}; it should hold {_model}");
        }
    }

    private sealed class DocumentVisitor : StoredFieldVisitor
    {
        public int Id { get; private set; }

        public string Text { get; private set; } = string.Empty;

        public override void StringField(FieldInfo field, ReadOnlySpan<byte> utf8)
        {
            if (field.Name == "id")
            {
                Id = int.Parse(utf8, CultureInfo.InvariantCulture);
            }
            else
            {
                Text = System.Text.Encoding.UTF8.GetString(utf8);
            }
        }
    }
}
