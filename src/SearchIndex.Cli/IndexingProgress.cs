using SearchIndex.News;
using Spectre.Console;

namespace SearchIndex.Cli;

/// <summary>Indexes, with a progress bar when somebody is looking.</summary>
internal static class IndexingProgress
{
    /// <summary>Runs work that reports its progress.</summary>
    public static Task<T> RunAsync<T>(Terminal terminal, Func<IProgress<IngestProgress>?, Task<T>> work)
    {
        if (!terminal.ErrorIsScreen)
        {
            return work(null);
        }

        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Error) });
        return console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context => work(new Bar(context.AddTask("indexing"))));
    }

    /// <summary>Moves the bar; called from several threads, in any order.</summary>
    private sealed class Bar(ProgressTask task) : IProgress<IngestProgress>
    {
        public void Report(IngestProgress value)
        {
            task.MaxValue = value.FilesTotal;
            task.Value = Math.Max(task.Value, value.FilesDone);
        }
    }
}
