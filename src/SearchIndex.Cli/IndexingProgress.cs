using SearchIndex.News;
using Spectre.Console;

namespace SearchIndex.Cli;

/// <summary>Indexes, with a progress bar when somebody is looking.</summary>
internal static class IndexingProgress
{
    /// <summary>Builds the index anew.</summary>
    public static Task<IngestReport> RunAsync(
        IReadOnlyList<string> paths, string index, RebuildOptions options, Terminal terminal, CancellationToken cancellation)
    {
        if (!terminal.ErrorIsScreen)
        {
            return NewsIndexer.RebuildAsync(paths, index, options, progress: null, cancellation);
        }

        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Error) });
        return console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context =>
            {
                ProgressTask task = context.AddTask("indexing");
                return NewsIndexer.RebuildAsync(paths, index, options, new Bar(task), cancellation);
            });
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
