namespace SearchIndex.News.Tests.Updates;

/// <summary>Random changes of an archive: after each update the index holds what a rebuild of the same files holds.</summary>
public sealed class UpdateRandomTests
{
    private const int Steps = 6;
    private const int MostOperations = 10;

    [Theory]
    [MemberData(nameof(Seeds), 12)]
    public void Update_RandomChanges_MakeWhatARebuildMakes(int seed)
    {
        using var folder = new UpdateFolder();
        var random = new Random(seed);
        var archive = new RandomArchive(folder.Articles, random);
        for (int step = 0; step < Steps; step++)
        {
            string done = $"seed {seed}, step {step}: {archive.Change(random.Next(1, MostOperations))}";

            UpdateReport report = folder.Update();

            Assert.True(folder.FreshContents().SequenceEqual(folder.Contents()), Difference(folder, done));
            Assert.True(report.FilesFound == report.New + report.Changed + report.Moved + report.Touched + report.Unchanged, done);
            Assert.True(IndexContents.Leaks(folder.Index).Length == 0, done);
            Assert.True(NewsIndexer.Verify(folder.Index).Clean, done);
            Assert.False(folder.Update().Committed, done);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds), 12)]
    public async Task Update_CancelledAtARandomMoment_LeavesTheOldIndexOrTheNew(int seed)
    {
        using var folder = new UpdateFolder();
        var random = new Random(seed);
        var archive = new RandomArchive(folder.Articles, random);
        archive.Change(20);
        folder.Update();
        string[] before = folder.Contents();
        string done = $"seed {seed}: {archive.Change(20)}";
        string[] after = folder.FreshContents();
        using var cancellation = new CancellationTokenSource();
        int reports = random.Next(20);
        var progress = new Countdown(reports, cancellation);
        if (reports == 0)
        {
            cancellation.CancelAfter(TimeSpan.FromMilliseconds(random.Next(30)));
        }

        bool cancelled = false;
        try
        {
            await folder.UpdateAsync(progress, cancellation.Token);
        }
        catch (OperationCanceledException)
        {
            cancelled = true;
        }

        string[] seen = folder.Contents();
        Assert.True(seen.SequenceEqual(cancelled ? before : after), Difference(folder, done));
        Assert.True(NewsIndexer.Verify(folder.Index).Clean, done);
        folder.Update();
        Assert.True(folder.Contents().SequenceEqual(after), done);
        Assert.True(IndexContents.Leaks(folder.Index).Length == 0, done);
    }

    public static TheoryData<int> Seeds(int count)
    {
        var seeds = new TheoryData<int>();
        for (int seed = 1; seed <= count; seed++)
        {
            seeds.Add(seed);
        }

        return seeds;
    }

    private static string Difference(UpdateFolder folder, string done) =>
        $"{done}\nindex:\n{string.Join('\n', folder.Contents())}\nfresh:\n{string.Join('\n', folder.FreshContents())}";

    /// <summary>Cancels at the n-th report.</summary>
    private sealed class Countdown(int reports, CancellationTokenSource cancellation) : IProgress<IngestProgress>
    {
        private int _left = reports;

        public void Report(IngestProgress value)
        {
            if (Interlocked.Decrement(ref _left) == 0)
            {
                cancellation.Cancel();
            }
        }
    }
}
