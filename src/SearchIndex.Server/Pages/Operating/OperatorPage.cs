using System.Globalization;
using SearchIndex.News.Ingest;
using SearchIndex.News.Query;
using SearchIndex.Server.Collections;
using SearchIndex.Server.Pages.Status;
using SearchIndex.Server.Security;
using SearchIndex.Server.Tasks;

namespace SearchIndex.Server.Pages.Operating;

/// <summary>What an operator can start, and how it goes. A script looks again now and then; without one there is a link.</summary>
internal sealed class OperatorPage(PageText text, OperatorText words, Operator sender, CollectionOptions options)
{
    private const int MostTasks = 20;

    private readonly StatusText _status = StatusText.In(text.Language);

    /// <summary>Returns what an operator may start with this service.</summary>
    public static TaskKind[] KindsFor(Operator sender, CollectionOptions options) =>
    [
        .. options.HasArchive ? new[] { TaskKind.Rebuild, TaskKind.Update } : [],
        TaskKind.Optimize,
        .. MayStart(sender, TaskKind.Snapshot) ? new[] { TaskKind.Snapshot } : [],
    ];

    /// <summary>Tells whether an operator may start, and cancel, tasks of a kind.</summary>
    public static bool MayStart(Operator sender, TaskKind kind) => kind != TaskKind.Snapshot || sender.Scope >= KeyScope.Admin;

    /// <summary>Returns a note on what went wrong; nothing for null.</summary>
    public static Html Note(string? note) => Html.If(note is not null, () => Html.Of($"<div class=\"notices wrong\" role=\"alert\"><p>{VisibleText.Escape(note!)}</p></div>\n"));

    /// <summary>Returns the page.</summary>
    /// <param name="tasks">The tasks, the newest first.</param>
    /// <param name="note">What went wrong, or null.</param>
    public Html Render(IReadOnlyList<IndexTask> tasks, string? note) => PageLayout.WithSearchBox(text, words.Title, new SearchParameters(), Html.Of($"""
        <div class="operate">
          <h1>{words.Title}</h1>
          {Note(note)}
          <div class="start" role="group" aria-label="{words.Start}">
            {KindsFor(sender, options).Select(Start)}
          </div>
          {Html.If(!options.HasArchive, () => Html.Of($"<p class=\"note\">{words.NoArchive}</p>"))}
          <h2>{words.Tasks}</h2>
          <p class="note"><a href="{text.Links.Operate}">{words.Refresh}</a> · <a href="{text.Links.Status}">{text.Tools.StatusPage}</a></p>
          <ol class="tasks" id="tasks" data-refreshes="{(tasks.Any(task => !task.HasEnded) ? "yes" : "no")}">
            {tasks.Take(MostTasks).Select(Item)}
          </ol>
          {Html.If(tasks.Count == 0, () => Html.Of($"<p>{words.NoTasks}</p>"))}
          {Html.If(sender.FormToken is not null, () => Form("/sign-out", Html.None, words.SignOut))}
        </div>
        """));

    private Html Start(TaskKind kind) => Form("/tasks", Html.Of($"<input type=\"hidden\" name=\"kind\" value=\"{kind.ToString()}\">"), words.NameOf(kind));

    private Html Form(string address, Html fields, string button) => Html.Of($"""
        <form action="{text.Links.Operate}{address}" method="post">{Html.If(sender.FormToken is not null, () => Html.Of($"<input type=\"hidden\" name=\"{OperatorGate.TokenField}\" value=\"{sender.FormToken}\">"))}{fields}<button type="submit" class="quiet">{button}</button></form>

        """);

    private Html Item(IndexTask task) => Html.Of($"""
        <li>
          <p class="meta"><strong>{words.NameOf(task.Kind)}</strong> <span class="badge">{words.NameOf(task.State)}</span> <span>{Moment(task.Created)}</span>{Took(task)}</p>
          {Progress(task)}
          {Report(task.Report)}
          {Html.If(task.WaitingFor is not null, () => Html.Of($"<p>{VisibleText.Escape(task.WaitingFor!)}</p>"))}
          {Html.If(task.Error is not null, () => Html.Of($"<p class=\"failure\">{VisibleText.Escape(task.Error!.Reason)}</p>"))}
          {Html.If(!task.HasEnded && MayStart(sender, task.Kind), () => Form($"/tasks/{task.Id}/cancel", Html.None, words.Cancel))}
        </li>

        """);

    private static Html Took(IndexTask task) => Html.If(task.Started is not null && task.Ended is not null, () =>
        Html.Of($" <span>{(task.Ended!.Value - task.Started!.Value).TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture)} s</span>"));

    private Html Progress(IndexTask task) => Html.If(task.Progress is not null, () => Html.Of($"""
        <p><progress value="{task.Progress!.FilesDone}" max="{Math.Max(1, task.Progress.FilesTotal)}" aria-label="{words.NameOf(task.Kind)}"></progress>
          {PageText.Fill(words.FilesDone, Grouped(task.Progress.FilesDone), Grouped(task.Progress.FilesTotal))}</p>
        """));

    private Html Report(TaskReport? report) => Html.If(report is not null, () => Html.Of($"""
        <p>{PageText.Fill(text.Found, Grouped(report!.Articles))}{Html.If(report.FilesRead is not null, () => Html.Of($" · {PageText.Fill(words.FilesRead, Grouped(report.FilesRead!.Value))}"))}{Html.If(report.Snapshot is not null, () => Html.Of($" · {report.Snapshot}"))}</p>
        {Html.If(report.Problems.Count > 0, () => Problems(report))}
        """));

    private Html Problems(TaskReport report) => Html.Of($"""
        <details>
          <summary>{PageText.Fill(words.ProblemFiles, Grouped(report.ProblemsTotal ?? report.Problems.Count))}</summary>
          <ul class="problems">{report.Problems.Select(Problem)}</ul>
        </details>
        """);

    private Html Problem(ArticleProblem problem) => Html.Of(
        $"<li>{VisibleText.Escape(problem.Path)} <span class=\"count\">{_status.NameOf(problem.Kind)}: {VisibleText.Escape(problem.Reason)}</span></li>\n");

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    private static string Grouped(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
