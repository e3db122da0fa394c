namespace SearchIndex.Server.Pages;

internal sealed partial record ToolText
{
    /// <summary>Gets the words in simplified Chinese.</summary>
    public static ToolText Hans { get; } = new()
    {
        Narrow = "缩小范围",
        Period = "时间",
        MoreValues = "另外 {0} 项",
        OtherValues = "其余",
        MissingValue = "不详",
        Conditions = "当前条件",
        Remove = "去掉条件：{0}",
        RemoveAll = "全部去掉",
        Since = "{0} 起",
        Until = "到 {0} 为止",
        EachVersion = "各版本分列",
        SkipToResults = "跳到检索结果",
    };
}
