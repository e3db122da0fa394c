namespace SearchIndex.Server.Pages.Operating;

internal sealed partial record OperatorText
{
    /// <summary>Gets the words in traditional Chinese.</summary>
    public static OperatorText Hant { get; } = new()
    {
        Title = "維運",
        Start = "啟動任務",
        Rebuild = "重建索引",
        Update = "更新索引",
        Articles = "收錄送來的報導",
        Optimize = "合併為一個分段",
        Snapshot = "保存快照",
        NoArchive = "服務沒有設定索引的來源檔案（archive、watch），無法重建或更新。",
        Tasks = "任務",
        NoTasks = "還沒有任務。",
        Refresh = "重新整理",
        Cancel = "取消",
        Queued = "等待",
        Running = "進行中",
        Done = "完成",
        Failed = "失敗",
        Cancelled = "已取消",
        Interrupted = "中斷",
        FilesDone = "{1} 個檔案中的 {0} 個",
        FilesRead = "讀取 {0} 個檔案",
        ProblemFiles = "{0} 個檔案未能收錄",
        SignInHint = "請用權限為 index 或 admin 的金鑰登入。瀏覽器只保存工作階段，不保存金鑰；八小時後、金鑰失效或服務重啟時結束。",
        Key = "金鑰",
        SignIn = "登入",
        SignOut = "登出",
        WrongKey = "金鑰無效，或沒有維運權限。",
        NotFromHere = "表單不是從本頁送出的；請打開本頁再試。",
        NotAllowed = "此任務不能在這裡啟動或取消，或金鑰沒有權限。",
        TooManyTasks = "等待的任務太多。",
        CannotWrite = "任務無法記錄：{0}",
    };
}
