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
        Timeline = "时间分布",
        Axis = "纵轴",
        CountAxis = "篇数",
        ShareAxis = "占同期报道的比例",
        Highest = "最高 {0}",
        OtherOutlets = "其他媒体",
        RangeHint = "点选一段，只看那时的报道。",
        Undated = "另有 {0} 篇日期不详。",
        Numbers = "以表格显示",
        Matching = "相符",
        InArchive = "同期报道",
        Share = "占比",
        Cite = "引用这篇报道",
        CitationFiles = "文献管理软件：",
        Address = "网址",
        TitlePlace = "标题在文件中",
        Bytes = "第 {0}–{1} 字节",
        ArticleId = "编号",
        Suggestions = "输入建议",
        Forget = "清空最近的检索",
        TryLoosely = "去掉引号与筛选，含任一词语即可",
        Keys = "按键：/ 到检索框，j 与 k 到下一篇、上一篇，Enter 打开，Esc 离开。",
        CiteSearch = "引用这次检索",
        CitedQuery = "检索式 ",
        IndexVersion = "索引版本 ",
        Permalink = "固定链接（检索式与索引版本）",
        OtherVersion = "这个链接引用的是索引版本 {0}；档案此后有更新，下面是版本 {1} 的结果，可能不同。",
        Language = "界面语言",
    };
}
