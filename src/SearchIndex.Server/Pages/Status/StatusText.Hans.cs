namespace SearchIndex.Server.Pages.Status;

internal sealed partial record StatusText
{
    /// <summary>Gets the words in simplified Chinese.</summary>
    public static StatusText Hans { get; } = new()
    {
        Title = "收录状况",
        Index = "索引",
        Copies = "重复的文件",
        Updated = "最近更新",
        Commit = "版本（提交）",
        Generation = "代次",
        Size = "大小",
        SizeInSegments = "{0}，{1} 个分段",
        Problems = "未能收录的文件",
        NoProblems = "没有：{0} 个文件都是报道或其副本。",
        ProblemsOfFiles = "{1} 个文件中有 {0} 个，原因：",
        KindsUnknown = "索引没有记录原因。",
        Empty = "空文件",
        NotUtf8 = "不是 UTF-8 编码",
        Binary = "不是文本",
        NoContent = "没有标题与正文",
        TooLarge = "太大",
        Unreadable = "无法读取",
        Failed = "其他错误",
        ByOutlet = "按媒体",
        First = "最早月份",
        Last = "最晚月份",
        MoreOutlets = "另外 {0} 家媒体",
        ByMonth = "按年月",
        Year = "年份",
        EarlierYears = "更早",
        Month = "月份",
        MonthsOf = "{0} 年各月",
        All = "全部媒体",
        Undated = "另有 {0} 篇日期不详。",
        Variants = "地区异名",
        VariantGroups = "检索一种写法也找到其他写法；共 {0} 组异名。",
        VariantProblems = "异名文件有 {0} 行未能照原样采用。",
        SavedQueries = "常设检索",
        QueryNews = "共 {0} 篇，新 {1} 篇",
        ForOperators = "运维人员入口",
    };
}
