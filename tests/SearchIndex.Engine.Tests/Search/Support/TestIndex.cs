using SearchIndex.Engine.Analysis;
using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Documents;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Tests.Search.Support;

/// <summary>
/// A small index that a test makes by hand. Fields whose name begins with <c>n</c> are numeric columns, <c>key…</c> one keyword,
/// <c>freq…</c> terms with frequencies only; any other is full text, cut by a <see cref="SpacedAnalyzer"/> unless
/// another analyzer is given.
/// </summary>
internal sealed class TestIndex : IDisposable
{
    private static readonly FieldType FullText =
        new() { IndexOptions = IndexOptions.DocsAndFreqsAndPositionsAndOffsets, Tokenized = true };

    private static readonly FieldType Frequencies = new() { IndexOptions = IndexOptions.DocsAndFreqs, Tokenized = true };
    private static readonly FieldType Keyword = new() { IndexOptions = IndexOptions.Docs, OmitNorms = true };
    private static readonly FieldType Column = new() { DocValuesType = DocValuesType.Numeric };

    private readonly Codec _codec;
    private readonly IndexDirectory _directory;
    private readonly IndexWriter _writer;
    private readonly HashSet<int> _deleted = [];
    private DirectoryReader? _reader;
    private IndexSearcher? _searcher;

    public TestIndex(IndexDirectory? directory = null, Codec? codec = null, Analyzer? analyzer = null)
    {
        _codec = codec ?? new MemoryCodec();
        _directory = directory ?? new MemoryDirectory();
        var config = new IndexWriterConfig(analyzer ?? new SpacedAnalyzer(), _codec) { MergePolicy = new TieredMergePolicy { MaxSegments = int.MaxValue, SegmentsPerTier = int.MaxValue }, CompoundFileMaxBytes = 0 };
        _writer = new IndexWriter(_directory, config);
    }

    /// <summary>Gets a searcher over what was added; nothing can be added any more.</summary>
    public IndexSearcher Searcher => _searcher ??= Open();

    /// <summary>Returns an index of one segment with a document for each text in the field <c>body</c>.</summary>
    public static TestIndex Of(params string[] bodies)
    {
        var index = new TestIndex();
        foreach (string body in bodies)
        {
            index.Add(("body", body));
        }

        return index;
    }

    /// <summary>Adds a document.</summary>
    public TestIndex Add(params (string Field, string Value)[] fields)
    {
        var document = new Document();
        foreach ((string field, string value) in fields)
        {
            document.Add(ToField(field, value));
        }

        _writer.AddDocument(document);
        return this;
    }

    /// <summary>Ends a segment.</summary>
    public TestIndex EndSegment()
    {
        _writer.Flush();
        return this;
    }

    /// <summary>Marks documents of the whole index as deleted.</summary>
    public TestIndex Delete(params IEnumerable<int> docs)
    {
        _deleted.UnionWith(docs);
        return this;
    }

    /// <summary>Returns the documents that a query finds, best first.</summary>
    public int[] Find(Query query, int count = 100) => [.. Searcher.Search(query, count).ScoreDocs.Select(hit => hit.Doc)];

    public void Dispose()
    {
        _writer.Dispose();
        _reader?.Dispose();
        _directory.Dispose();
    }

    private static Field ToField(string name, string value) => name switch
    {
        _ when name.StartsWith('n') => new Field(name, long.Parse(value, System.Globalization.CultureInfo.InvariantCulture), Column),
        _ when name.StartsWith("key", StringComparison.Ordinal) => new Field(name, value, Keyword),
        _ when name.StartsWith("freq", StringComparison.Ordinal) => new Field(name, value, Frequencies),
        _ => new Field(name, value, FullText),
    };

    private IndexSearcher Open()
    {
        SegmentInfos commit = _writer.Commit();
        if (_deleted.Count > 0)
        {
            CommitDeletes(commit);
        }

        _reader = DirectoryReader.Open(_directory, _codec);
        return new IndexSearcher(_reader);
    }

    private void CommitDeletes(SegmentInfos commit)
    {
        int docBase = 0;
        var segments = new List<SegmentCommitInfo>();
        foreach (SegmentCommitInfo segment in commit.Segments)
        {
            int maxDoc = segment.Info.MaxDoc;
            int[] deleted = [.. _deleted.Select(doc => doc - docBase).Where(doc => doc >= 0 && doc < maxDoc)];
            segments.Add(deleted.Length == 0 ? segment : WithDeletes(segment, deleted));
            docBase += maxDoc;
        }

        var next = new SegmentInfos(segments)
        {
            Generation = commit.Generation + 1,
            Version = commit.Version + 1,
            Counter = commit.Counter,
        };
        _directory.Rename(next.WritePending(_directory, _codec), next.FileName);
    }

    private SegmentCommitInfo WithDeletes(SegmentCommitInfo segment, int[] deleted)
    {
        var live = new FixedBitSet(segment.Info.MaxDoc);
        live.SetAll();
        foreach (int doc in deleted)
        {
            live.Clear(doc);
        }

        _codec.WriteLiveDocs(_directory, segment.Info, 1, live);
        return segment with { DelGen = 1, DelCount = deleted.Length };
    }
}
