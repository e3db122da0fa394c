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
    };
}
