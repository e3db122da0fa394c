using System.Collections.Concurrent;
using System.Globalization;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Tests.Index.Stress;

/// <summary>
/// Threads that change an index, commit, merge, refresh and read at once, and a model that knows what each view may show. What each thread
/// does follows from the seed; in what order they do it does not.
/// </summary>
internal sealed class StressRun(int seed, int operations) : IDisposable
{
    private const int Writers = 3;
    private const int KeysOfAWriter = 15;
    private const int Phases = 2;

    private readonly Random _random = new(seed);
    private readonly OpenFiles _directory = new();
    private readonly StressModel _model = new(Writers * KeysOfAWriter);
    private readonly ConcurrentDictionary<string, CommitBounds> _commits = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<Exception> _problems = new();
    private volatile bool _writing;
    private int _commitNumber;
    private int _views;

    /// <summary>Gets the commits.</summary>
    public int Commits => _commitNumber;

    /// <summary>Gets the views that were compared with the model.</summary>
    public int Views => _views;

    /// <summary>Gets the merges that came into a commit.</summary>
    public int Merges { get; private set; }

    public void Dispose() => _directory.Dispose();

    public void Run()
    {
        for (int phase = 0; phase < Phases; phase++)
        {
            IndexWriter writer = Keyed.Open(_directory, Config());
            if (SegmentInfos.LastGeneration(_directory) == 0)
            {
                Commit(writer);
            }

            RunThreads(writer);
            bool committed = _random.Next(2) == 0;
            if (committed)
            {
                writer.WaitForMerges();
                Commit(writer);
            }

            writer.Dispose();
            Finish(committed);
        }
    }

    private void RunThreads(IndexWriter writer)
    {
        _writing = true;
        Thread[] writers = [.. Enumerable.Range(0, Writers).Select(number => Start(random => Change(writer, random, number)))];
        Thread[] others =
        [
            Start(_ => WhileWriting(() => Commit(writer))),
            Start(random => WhileWriting(() => Maintain(writer, random))),
            Start(_ => WhileWriting(() => ExpectNearRealTime(writer))),
            Start(Refresh),
            Start(Refresh),
        ];
        Array.ForEach(writers, thread => thread.Join());
        _writing = false;
        Array.ForEach(others, thread => thread.Join());
        if (!_problems.IsEmpty)
        {
            writer.Dispose();
            throw new AggregateException(_problems);
        }
    }

    private Thread Start(Action<Random> work)
    {
        var random = new Random(_random.Next());
        var thread = new Thread(() =>
        {
            try
            {
                work(random);
            }
            catch (Exception problem)
            {
                _problems.Enqueue(problem);
            }
        });
        thread.Start();
        return thread;
    }

    private void WhileWriting(Action work)
    {
        while (_writing && _problems.IsEmpty)
        {
            work();
            Thread.Yield();
        }
    }

    private void Change(IndexWriter writer, Random random, int number)
    {
        for (int operation = 0; operation < operations && _problems.IsEmpty; operation++)
        {
            int key = (number * KeysOfAWriter) + random.Next(KeysOfAWriter);
            bool isDelete = random.Next(5) == 0;
            long value = _model.Begin(key, isDelete);
            if (isDelete)
            {
                writer.DeleteDocuments(Keyed.Key(StressView.KeyOf(key)));
            }
            else
            {
                writer.UpdateDocument(Keyed.Key(StressView.KeyOf(key)), Keyed.Document(StressView.KeyOf(key), value));
            }

            _model.Done(key);
        }
    }

    private static void Maintain(IndexWriter writer, Random random)
    {
        switch (random.Next(4))
        {
            case 0:
                writer.Optimize(1 + random.Next(3));
                break;
            case 1:
                writer.WaitForMerges();
                break;
            default:
                writer.Flush();
                break;
        }
    }

    private void Commit(IndexWriter writer)
    {
        string number = Interlocked.Increment(ref _commitNumber).ToString(CultureInfo.InvariantCulture);
        var bounds = new CommitBounds(_model.DoneNow());
        _commits[number] = bounds;
        SegmentInfos commit = writer.Commit(new Dictionary<string, string> { ["number"] = number });
        bounds.Close(_model.BegunNow());
        Merges += commit.Segments.Count(segment => segment.Info.Diagnostics["source"] == "merge");
    }

    private void ExpectNearRealTime(IndexWriter writer)
    {
        long[] done = _model.DoneNow();
        using DirectoryReader reader = writer.OpenReader();
        ExpectAllowed(StressView.Read(reader), done, _model.BegunNow(), "the writer's reader");
    }

    /// <summary>Goes from commit to commit, and looks again at old ones before it lets them go.</summary>
    private void Refresh(Random random)
    {
        DirectoryReader reader = DirectoryReader.Open(_directory, Lucene87Codec.Instance);
        Dictionary<int, long> shown = ExpectCommit(reader);
        try
        {
            WhileWriting(() =>
            {
                if (DirectoryReader.OpenIfChanged(reader) is not { } newer)
                {
                    return;
                }

                (DirectoryReader older, Dictionary<int, long> shownBefore) = (reader, shown);
                reader = newer;
                shown = ExpectCommit(newer);
                Ensure(newer.Commit.Generation > older.Commit.Generation, "a refresh went back");
                Ensure(random.Next(3) > 0 || SameAs(shownBefore, StressView.Read(older)), "an old view changed");
                older.Dispose();
            });
        }
        finally
        {
            reader.Dispose();
        }
    }

    private Dictionary<int, long> ExpectCommit(DirectoryReader reader)
    {
        Dictionary<int, long> shown = StressView.Read(reader);
        string number = reader.Commit.UserData["number"];
        CommitBounds bounds = _commits[number];
        ExpectAllowed(shown, bounds.DoneBefore, bounds.BegunAfter ?? _model.BegunNow(), $"commit {number}");
        Ensure(SameAs(bounds.Shown(shown), shown), $"two views of commit {number} differ");
        return shown;
    }

    private void ExpectAllowed(Dictionary<int, long> shown, long[] doneBefore, long[] begunAfter, string view)
    {
        Interlocked.Increment(ref _views);
        if (_model.Contradiction(shown, doneBefore, begunAfter) is { } problem)
        {
            throw new InvalidOperationException($"{view}: {problem}");
        }
    }

    /// <summary>The writer is closed: the last commit is what is left, sound and alone.</summary>
    private void Finish(bool committed)
    {
        using (DirectoryReader reader = DirectoryReader.Open(_directory, Lucene87Codec.Instance))
        {
            Dictionary<int, long> shown = ExpectCommit(reader);
            if (committed)
            {
                ExpectAllowed(shown, _model.DoneNow(), _model.BegunNow(), "the last commit");
            }

            _model.Restart(shown);
        }

        CheckIndexReport report = CheckIndex.Run(_directory, Lucene87Codec.Instance);
        Ensure(report.Verdict != CheckVerdict.Corrupt, string.Join('\n', report.Lines()));
        Ensure(_directory.Open == 0, $"{_directory.Open} files are open");
        Ensure(_directory.ListAll().Order(StringComparer.Ordinal).SequenceEqual(FilesOfCommits().Order(StringComparer.Ordinal)), "files are left over");
    }

    private HashSet<string> FilesOfCommits() =>
    [
        .. _directory.ListAll().Where(name => SegmentInfos.TryParseGeneration(name, out _)).SelectMany(name =>
            SegmentInfos.TryParseGeneration(name, out long generation)
                ? SegmentInfos.Read(_directory, Lucene87Codec.Instance, generation).Files()
                : []),
    ];

    private IndexWriterConfig Config() => Keyed.Config() with
    {
        MergePolicy = new TieredMergePolicy { SegmentsPerTier = 2 + _random.Next(3), MaxSegments = 3 + _random.Next(6) },
        MergeThreads = _random.Next(4) == 0 ? 0 : 1 + _random.Next(2),
        MergeRateLimit = _random.Next(4) == 0 ? null : new RateLimiter(1e-6, TimeProvider.System, Linger),
        RamBufferBytes = 1 << _random.Next(12, 18),
        CompoundFileMaxBytes = _random.Next(3) == 0 ? 0 : 1 << _random.Next(10, 16),
        DeletionPolicy = new KeepLastCommits(1 + _random.Next(2)),
    };

    /// <summary>Every write of a merge takes a while, so that there are changes meanwhile.</summary>
    private static void Linger(TimeSpan time, CancellationToken cancellation) => cancellation.WaitHandle.WaitOne(millisecondsTimeout: 1);

    private static bool SameAs(Dictionary<int, long> expected, Dictionary<int, long> shown) =>
        expected.Count == shown.Count && expected.All(entry => shown.TryGetValue(entry.Key, out long value) && value == entry.Value);

    private static void Ensure(bool condition, string problem)
    {
        if (!condition)
        {
            throw new InvalidOperationException(problem);
        }
    }

    /// <summary>What a commit may show: nothing older than what was done before it, nothing begun after it. And what it showed to the first that looked.</summary>
    private sealed class CommitBounds(long[] doneBefore)
    {
        private volatile long[]? _begunAfter;
        private Dictionary<int, long>? _shown;

        public long[] DoneBefore => doneBefore;

        public long[]? BegunAfter => _begunAfter;

        public void Close(long[] begunAfter) => _begunAfter = begunAfter;

        public Dictionary<int, long> Shown(Dictionary<int, long> shown) => Interlocked.CompareExchange(ref _shown, shown, null) ?? shown;
    }
}
