using SearchIndex.News.Query;
using SearchIndex.News.Query.Saved;

namespace SearchIndex.News.Tests.Query.Saved;

public sealed class SavedQueryRunnerTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    private readonly SmallArchive _archive = new(
        ("old.md", SmallArchive.Article("特朗普访问日本", "特朗普抵达东京。")),
        ("other.md", SmallArchive.Article("公园里的樱花", "樱花开了。")));

    private readonly SteppingTime _time = new();
    private readonly SavedQueryFile _queries = SavedQueryFile.Read(
        new StringReader("trump\t特朗普\nspecial\t特朗普\tvariants=off&outlet=xinbao.example\nall\t\tcollapse=off"), "queries.tsv");

    private string StateFile => _archive.IndexFolder + SavedQueryRunner.FileSuffix;

    [Fact]
    public void Run_FirstTime_HasNothingNew()
    {
        IReadOnlyList<SavedQueryNews> news = Run(Runner());

        Assert.Equal([1, 1, 2], news.Select(found => found.Articles));
        Assert.All(news, found => Assert.Empty(found.New));
        Assert.True(File.Exists(StateFile));
    }

    [Fact]
    public void Run_ArticlesThatCame_AreNewTheNewestFirst()
    {
        SavedQueryRunner runner = Runner();
        Run(runner);
        Add("one.md", "川普談話", "川普說話。");
        _time.Now = Noon.AddHours(1);
        Run(runner);
        Add("two.md", "特朗普讲话", "特朗普说，明天再说。");
        _time.Now = Noon.AddHours(2);

        IReadOnlyList<SavedQueryNews> news = Run(runner);

        Assert.Equal(["two.md", "one.md"], SourcesOf(news[0]));
        Assert.Equal([Noon.AddHours(2), Noon.AddHours(1)], news[0].New.Select(article => article.FirstSeen));
        Assert.Equal(["two.md"], SourcesOf(news[1]));
        Assert.Equal(["特朗普"], news[1].New[0].Hit.MatchedForms);
        Assert.Equal(["two.md", "one.md"], SourcesOf(news[2]));
    }

    [Fact]
    public void Run_RestartAndRebuild_ChangeNothing()
    {
        Run(Runner());
        Add("one.md", "特朗普谈话", "特朗普说话。");
        Run(Runner());
        _time.Now = Noon.AddDays(1);
        _archive.Rebuild();
        _archive.Searcher.Refresh();

        SavedQueryNews news = Run(Runner())[0];

        Assert.Equal(["one.md"], SourcesOf(news));
        Assert.Equal(Noon, news.New[0].FirstSeen);
    }

    [Fact]
    public void Run_ArticleThatChanges_IsNotNew()
    {
        Run(Runner());
        Add("old.md", "特朗普访问日本", "特朗普抵达东京，并发表讲话。");

        Assert.Empty(Run(Runner())[0].New);
    }

    [Fact]
    public void Run_QueryThatComesLater_HasWhatIsNewAlready()
    {
        Run(Runner());
        Add("one.md", "樱花与特朗普", "樱花开了，特朗普说。");
        Run(Runner());
        SavedQueryFile later = SavedQueryFile.Read(new StringReader("flowers\t樱花"), "queries.tsv");

        Assert.Equal(["one.md"], SourcesOf(Runner().Run(_archive.Searcher, later.Queries).Single()));
    }

    [Fact]
    public void Run_VersionsOfAnArticle_AreNewOnceUnlessAllAreWanted()
    {
        SavedQueryRunner runner = Runner();
        Run(runner);
        string text = string.Concat(Enumerable.Range(1, 40).Select(number => $"特朗普在第{number}站说了第{number * 7}句话，记者记下了{number * 13}个字。"));
        Add("first.md", "特朗普一路讲话", text);
        Run(runner);
        _time.Now = Noon.AddHours(1);
        _archive.Write("copy.md", SmallArchive.Article("特朗普一路讲话（转载）", text, host: "wanbao.example"));
        Rebuild();

        IReadOnlyList<SavedQueryNews> news = Run(runner);

        Assert.Equal(["first.md"], SourcesOf(news[0]));
        Assert.Equal(["copy.md", "first.md"], SourcesOf(news[2]));
    }

    [Fact]
    public void Run_DamagedFile_SaysSoAndStartsAfresh()
    {
        Run(Runner());
        Add("one.md", "特朗普谈话", "特朗普说话。");
        Run(Runner());
        File.AppendAllText(StateFile, "more\n");
        SavedQueryRunner runner = Runner();

        Assert.Empty(Run(runner)[0].New);
        Assert.Contains("is damaged", runner.Problem, StringComparison.Ordinal);
        Assert.True(File.Exists(StateFile + ".damaged"));
        Add("two.md", "特朗普再谈", "特朗普又说。");
        Assert.Equal(["two.md"], SourcesOf(Run(runner)[0]));
        Assert.Null(runner.Problem);
    }

    [Fact]
    public void Run_FileThatAnotherProcessWrote_IsRead()
    {
        SavedQueryRunner service = Runner();
        Run(service);
        Add("one.md", "特朗普谈话", "特朗普说话。");
        Run(Runner());
        _time.Now = Noon.AddDays(1);

        Assert.Equal(Noon, Run(service)[0].New.Single().FirstSeen);
    }

    [Fact]
    public void Run_DiskThatRefuses_IsTriedAgain()
    {
        SavedQueryRunner runner = Runner();
        Run(runner);
        Add("one.md", "特朗普谈话", "特朗普说话。");
        Directory.CreateDirectory(StateFile + ".new");

        Assert.ThrowsAny<Exception>(() => Run(runner));
        Directory.Delete(StateFile + ".new");

        Assert.Equal(["one.md"], SourcesOf(Run(runner)[0]));
    }

    public void Dispose() => _archive.Dispose();

    private static string[] SourcesOf(SavedQueryNews news) => [.. news.New.Select(article => article.Hit.Source)];

    private SavedQueryRunner Runner() => new(_archive.IndexFolder, _time);

    private IReadOnlyList<SavedQueryNews> Run(SavedQueryRunner runner) => runner.Run(_archive.Searcher, _queries.Queries);

    private void Add(string name, string title, string body)
    {
        _archive.Write(name, SmallArchive.Article(title, body));
        Rebuild();
    }

    private void Rebuild()
    {
        _archive.Rebuild();
        Assert.True(_archive.Searcher.Refresh());
    }

    private sealed class SteppingTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = Noon;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
