namespace SearchIndex.News.Tests.Query;

/// <summary>The four articles that the examples of the query language are run against.</summary>
public sealed class LanguageArchive : IDisposable
{
    internal SmallArchive Articles { get; } = new(
        ("hans.md", SmallArchive.Article(
            "日本外相谈北约", "日本外相林芳正星期三说，北约可能在东京设立办事处。\n欧盟委员会主席冯·德莱恩表示欢迎。B站宣布转播会谈。", date: "2023-05-10T08:00:00Z")),
        ("hant.md", SmallArchive.Article(
            "林芳正談東京辦事處", "林芳正接受訪問時說，北約秘書長將訪問日本。林芳正沒有說明時間。", host: "wanbao.example", date: "2023-06-01T08:00:00Z", author: "陳大文")),
        ("other.md", SmallArchive.Article("花莲地震", "花莲发生地震，COVID-19 疫情期间建立的救援队参加2加2小组的工作。", date: "2024-04-03T00:00:00Z")),
        ("undated.md", "[猫的故事](https://www.dongfang.example/cat)\n------\n\n<p>一只猫住在呼和浩特市的车站。</p>"));

    public void Dispose() => Articles.Dispose();
}
