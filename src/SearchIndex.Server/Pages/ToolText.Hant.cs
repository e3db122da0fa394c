namespace SearchIndex.Server.Pages;

internal sealed partial record ToolText
{
    /// <summary>Gets the words in traditional Chinese.</summary>
    public static ToolText Hant { get; } = new()
    {
        Narrow = "縮小範圍",
        Period = "時間",
        MoreValues = "另外 {0} 項",
        OtherValues = "其餘",
        MissingValue = "不詳",
        Conditions = "目前條件",
        Remove = "去掉條件：{0}",
        RemoveAll = "全部去掉",
        Since = "{0} 起",
        Until = "到 {0} 為止",
        EachVersion = "各版本分列",
        SkipToResults = "跳到檢索結果",
        Timeline = "時間分布",
        Axis = "縱軸",
        CountAxis = "篇數",
        ShareAxis = "占同期報導的比例",
        Highest = "最高 {0}",
        OtherOutlets = "其他媒體",
        RangeHint = "點選一段，只看那時的報導。",
        Undated = "另有 {0} 篇日期不詳。",
        Numbers = "以表格顯示",
        Matching = "相符",
        InArchive = "同期報導",
        Share = "占比",
        Cite = "引用這篇報導",
        CitationFiles = "文獻管理軟體：",
        Address = "網址",
        TitlePlace = "標題在檔案中",
        Bytes = "第 {0}–{1} 位元組",
        ArticleId = "編號",
        Suggestions = "輸入建議",
        Forget = "清空最近的檢索",
        TryLoosely = "去掉引號與篩選，含任一詞語即可",
        Keys = "按鍵：/ 到檢索框，j 與 k 到下一篇、上一篇，Enter 開啟，Esc 離開。",
        CiteSearch = "引用這次檢索",
        CitedQuery = "檢索式 ",
        IndexVersion = "索引版本 ",
        Permalink = "固定連結（檢索式與索引版本）",
        OtherVersion = "這個連結引用的是索引版本 {0}；檔案此後有更新，下面是版本 {1} 的結果，可能不同。",
        Language = "介面語言",
    };
}
