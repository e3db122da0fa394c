using SearchIndex.Server.Collections;
using SearchIndex.Server.Configuration;
using SearchIndex.Testing;

namespace SearchIndex.Server.Tests.Configuration;

/// <summary>The settings of several archives in one file.</summary>
public sealed class CollectionSettingsTests : IDisposable
{
    private static readonly SearchServiceOptions Defaults = new() { Collections = [new() { IndexFolder = "nowhere" }] };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Collections_AreReadInTheirOrder()
    {
        Directory.CreateDirectory(_folder.At("articles"));

        SearchServiceOptions options = Apply("""
            {
              "rate-limit": 30,
              "collections": {
                "rfi": {"index": "data/rfi", "archive": "articles", "inbox": "data/inbox", "title": " 法广 "},
                "dw-2": {"watch": ["articles"], "index": "data/dw"},
              },
            }
            """);

        Assert.Equal(["rfi", "dw-2"], options.Collections.Select(one => one.Name));
        CollectionOptions rfi = options.Collections[0];
        Assert.Equal(("法广", _folder.At("data", "rfi"), _folder.At("data", "inbox")), (rfi.Title, rfi.IndexFolder, rfi.InboxFolder));
        Assert.Equal([_folder.At("articles")], rfi.ArchivePaths);
        Assert.Equal("/collections/rfi", rfi.Path);
        Assert.Equal([_folder.At("articles")], options.Collections[1].WatchedPaths);
        Assert.Equal(30, options.RequestsPerMinute);
    }

    [Theory]
    [InlineData("""{"collections": {}}""", "names no archive")]
    [InlineData("""{"collections": []}""", "names no archive")]
    [InlineData("""{"collections": "dw"}""", "names no archive")]
    [InlineData("""{"collections": {"DW": {"index": "a"}}}""", "collections 'DW' is not allowed; give up to 40 of a-z")]
    [InlineData("""{"collections": {"": {"index": "a"}}}""", "collections '' is not allowed")]
    [InlineData("""{"collections": {"-a": {"index": "a"}}}""", "collections '-a' is not allowed")]
    [InlineData("""{"collections": {"dw": {}}}""", "collections.dw lacks 'index'")]
    [InlineData("""{"collections": {"dw": "data/dw"}}""", "collections.dw lacks 'index'")]
    [InlineData("""{"collections": {"dw": {"index": ""}}}""", "collections.dw: index '' is not allowed; give a path")]
    [InlineData("""{"collections": {"dw": {"index": "a", "watch": "away"}}}""", "collections.dw: watch '")]
    [InlineData("""{"collections": {"dw": {"index": "a", "urls": "http://127.0.0.1:1"}}}""", "there is no setting 'urls'; give one of index, watch, archive, inbox, variants-file, queries-file, title")]
    [InlineData("""{"collections": {"dw": {"index": "a"}}, "index": "b"}""", "index is not allowed beside 'collections'")]
    [InlineData("""{"collections": {"dw": {"index": "a"}, "rfi": {"index": "a/"}}}""", "dw and rfi have the same folder")]
    [InlineData("""{"collections": {"dw": {"index": "a", "inbox": "c"}, "rfi": {"index": "b", "inbox": "c"}}}""", "dw and rfi have the same folder")]
    [InlineData("""{"collections": {"dw": {"index": "a"}, "rfi": {"index": "a/b"}}}""", "b of rfi lies in ")]
    [InlineData("""{"collections": {"dw": {"index": "a", "inbox": "c"}, "rfi": {"index": "b", "inbox": "c/d/e"}}}""", "e of rfi lies in ")]
    [InlineData("""{"collections": {"dw": {"index": "a/../b/c"}, "rfi": {"index": "d", "inbox": "b"}}}""", "c of dw lies in ")]
    [InlineData("""{"collection": {}}""", "there is no setting 'collection'; give one of index, watch, archive, inbox, variants-file, queries-file, title, urls")]
    public void WrongCollections_AreRefused(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<SettingException>(() => Apply(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"collections": {"dw": {"index": "a"}, "rfi": {"index": "a-2", "inbox": "ab"}}}""")]
    [InlineData("""{"collections": {"dw": {"index": "a", "inbox": "a/inbox"}, "rfi": {"index": "b"}}}""")]
    public void Folders_BesideEachOther_OrOfOneArchive_AreAllowed(string text) => Assert.Equal(2, Apply(text).Collections.Count);

    [Fact]
    public void Index_OfTheEnvironmentBesideCollections_IsRefused_AndAnEmptyOneIsNot()
    {
        const string text = """{"collections": {"dw": {"index": "a"}}}""";

        SettingException problem = Assert.Throws<SettingException>(() => Apply(text, environment: "elsewhere"));
        SearchServiceOptions options = Apply(text, environment: string.Empty);

        Assert.Contains("SEARCHINDEX_INDEX is not allowed beside 'collections'; give it for each archive", problem.Message, StringComparison.Ordinal);
        Assert.Equal("dw", options.Collections.Single().Name);
    }

    private SearchServiceOptions Apply(string text, string? environment = null)
    {
        string path = _folder.Write("serve.json", text);
        var variables = new Dictionary<string, string?> { ["SEARCHINDEX_INDEX"] = environment };
        return ServiceSettings.Apply(Defaults, [.. SettingSources.ReadFile(path), .. SettingSources.ReadEnvironment(variables)]);
    }
}
