namespace SearchIndex.Server.Pages.Status;

internal sealed partial record StatusText
{
    /// <summary>Gets the words in traditional Chinese.</summary>
    public static StatusText Hant { get; } = new()
    {
        Title = "收錄狀況",
        Index = "索引",
        Copies = "重複的檔案",
        Updated = "最近更新",
        Commit = "版本（提交）",
        Generation = "代次",
        Size = "大小",
        SizeInSegments = "{0}，{1} 個分段",
        Problems = "未能收錄的檔案",
        NoProblems = "沒有：{0} 個檔案都是報導或其副本。",
        ProblemsOfFiles = "{1} 個檔案中有 {0} 個，原因：",
        KindsUnknown = "索引沒有記錄原因。",
        Empty = "空檔案",
        NotUtf8 = "不是 UTF-8 編碼",
        Binary = "不是文字",
        NoContent = "沒有標題與正文",
        TooLarge = "太大",
        Unreadable = "無法讀取",
        Failed = "其他錯誤",
        ByOutlet = "按媒體",
        First = "最早月份",
        Last = "最晚月份",
        MoreOutlets = "另外 {0} 家媒體",
        ByMonth = "按年月",
        Year = "年份",
        EarlierYears = "更早",
        Month = "月份",
        MonthsOf = "{0} 年各月",
        All = "全部媒體",
        Undated = "另有 {0} 篇日期不詳。",
        Variants = "地區異名",
        VariantGroups = "檢索一種寫法也找到其他寫法；共 {0} 組異名。",
        VariantProblems = "異名檔案有 {0} 行未能照原樣採用。",
        SavedQueries = "常設檢索",
        QueryNews = "共 {0} 篇，新 {1} 篇",
        ForOperators = "維運人員入口",
    };
}
