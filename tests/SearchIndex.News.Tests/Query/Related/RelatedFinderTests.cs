using SearchIndex.News.Query;
using SearchIndex.News.Query.Related;

namespace SearchIndex.News.Tests.Query.Related;

public sealed class RelatedFinderTests : IDisposable
{
    private const string Story = "花莲外海发生强烈地震，气象部门发布海啸警报，多栋大楼倾斜，救援队连夜搜救被困居民，铁路停驶，山区公路坍方。";

    private readonly SmallArchive _archive = new(
        ("story.md", SmallArchive.Article("花莲强震", Story, date: "2024-04-03T00:00:00Z")),
        ("copy.md", SmallArchive.Article("花蓮強震（更新）", Story + "救援仍在进行。", host: "copy.example", date: "2024-04-03T06:00:00Z")),
        ("elsewhere.md", SmallArchive.Article(
            "東部地震救援持續", "花蓮強烈地震後，救援隊在傾斜大樓搜救居民，海嘯警報已解除，山區公路坍方，鐵路停駛一天。", host: "wanbao.example", date: "2024-04-04T00:00:00Z")),
        ("later.md", SmallArchive.Article(
            "地震一年后", "花莲地震一年后，倾斜大楼拆除，山区公路重建，居民说救援队的搜救令人难忘，海啸警报系统更新。", host: "wanbao.example", date: "2025-04-03T00:00:00Z")),
        ("other.md", SmallArchive.Article("电影节开幕", "国际电影节星期五开幕，导演和演员走过红毯，评委会主席致辞。", date: "2024-04-03T00:00:00Z")));

    [Fact]
    public void FindRelated_Article_TellsVersionsStoryAndSubjectApart()
    {
        RelatedArticles related = _archive.Searcher.FindRelated(_archive.Single("title:花莲强震 outlet:xinbao.example").Id)!;

        Assert.Equal(["花蓮強震（更新）"], related.Versions.Select(article => article.Title));
        Assert.Equal(["東部地震救援持續"], related.SameStory.Select(article => article.Title));
        Assert.Equal(["地震一年后"], related.Similar.Select(article => article.Title));
    }

    [Fact]
    public void FindRelated_NothingInCommon_IsEmpty()
    {
        RelatedArticles related = _archive.Searcher.FindRelated(_archive.Single("电影节").Id)!;

        Assert.Equal((0, 0, 0), (related.Versions.Count, related.SameStory.Count, related.Similar.Count));
    }

    [Fact]
    public void FindRelated_UnknownId_IsNull()
    {
        Assert.Null(_archive.Searcher.FindRelated("0123456789abcdef"));
    }

    [Fact]
    public void FindBeside_TwoVersions_MarksBothAndWhatTheyShare()
    {
        string id = _archive.Single("title:花莲强震 outlet:xinbao.example").Id;
        string other = Assert.Single(_archive.Searcher.FindRelated(id)!.Versions).Id;

        ArticlePair pair = _archive.Searcher.FindBeside(id, other, new SearchRequest { Query = "海啸" })!;

        Assert.Equal((id, other), (pair.Article.Id, pair.Other.Id));
        Assert.NotEmpty(pair.Article.BodyMarks);
        Assert.NotEmpty(pair.Other.BodyMarks);
        Assert.Equal(pair.Shared.OfLetters, pair.Shared.Letters);
        Assert.Equal(pair.Shared.Letters, pair.OtherShared.Letters);
        Assert.True(pair.OtherShared.Letters < pair.OtherShared.OfLetters);
    }

    [Fact]
    public void FindBeside_UnknownId_IsNull()
    {
        string id = _archive.Single("电影节").Id;

        Assert.Null(_archive.Searcher.FindBeside(id, "0123456789abcdef", new SearchRequest { Query = string.Empty }));
        Assert.Null(_archive.Searcher.FindBeside("0123456789abcdef", id, new SearchRequest { Query = string.Empty }));
    }

    public void Dispose() => _archive.Dispose();
}
