namespace SearchIndex.Server.Pages.Operating;

internal sealed partial record OperatorText
{
    /// <summary>Gets the words in simplified Chinese.</summary>
    public static OperatorText Hans { get; } = new()
    {
        Title = "运维",
        Start = "启动任务",
        Rebuild = "重建索引",
        Update = "更新索引",
        Articles = "收录送来的报道",
        Optimize = "合并为一个分段",
        Snapshot = "保存快照",
        NoArchive = "服务没有设定索引的来源文件（archive、watch），无法重建或更新。",
        Tasks = "任务",
        NoTasks = "还没有任务。",
        Refresh = "刷新",
        Cancel = "取消",
        Queued = "等待",
        Running = "进行中",
        Done = "完成",
        Failed = "失败",
        Cancelled = "已取消",
        Interrupted = "中断",
        FilesDone = "{1} 个文件中的 {0} 个",
        FilesRead = "读取 {0} 个文件",
        ProblemFiles = "{0} 个文件未能收录",
        SignInHint = "请用权限为 index 或 admin 的密钥登录。浏览器只保存会话，不保存密钥；八小时后、密钥失效或服务重启时结束。",
        Key = "密钥",
        SignIn = "登录",
        SignOut = "退出",
        WrongKey = "密钥无效，或没有运维权限。",
        NotFromHere = "表单不是从本页发出的；请打开本页再试。",
        NotAllowed = "此任务不能在这里启动或取消，或密钥没有权限。",
        TooManyTasks = "等待的任务太多。",
        CannotWrite = "任务无法记录：{0}",
    };
}
