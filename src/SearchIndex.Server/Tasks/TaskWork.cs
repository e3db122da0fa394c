using System.Globalization;
using SearchIndex.Engine.Store;
using SearchIndex.News;
using SearchIndex.News.Snapshots;
using SearchIndex.Server.Collections;

namespace SearchIndex.Server.Tasks;

/// <summary>Does what tasks are to do. All folders come from the settings of the service.</summary>
internal sealed class TaskWork
{
    private static readonly TimeSpan OtherWriterPause = TimeSpan.FromSeconds(1);

    /// <summary>Searches go on meanwhile, and have the other half.</summary>
    private static readonly int Threads = Math.Max(1, Environment.ProcessorCount / 2);

    private readonly CollectionOptions _options;
    private readonly TimeProvider _time;

    public TaskWork(CollectionOptions options, TimeProvider time)
    {
        _options = options;
        _time = time;
    }

    /// <summary>Does a task; waits while another program writes the index.</summary>
    /// <exception cref="OperationCanceledException">The task was cancelled; the index is what it was.</exception>
    public async Task<TaskReport> RunAsync(RunningTask task)
    {
        while (true)
        {
            try
            {
                return await RunOnceAsync(task);
            }
            catch (LockObtainFailedException problem)
            {
                task.WaitFor(problem.Message);
            }

            await Task.Delay(OtherWriterPause, _time, task.Cancellation);
        }
    }

    private async Task<TaskReport> RunOnceAsync(RunningTask task)
    {
        string index = _options.IndexFolder;
        CancellationToken cancellation = task.Cancellation;
        return task.Task.Kind switch
        {
            TaskKind.Rebuild => TaskReport.Of(
                await NewsIndexer.RebuildAsync(Archive(), index, new RebuildOptions { Threads = Threads }, task, cancellation)),
            TaskKind.Update => TaskReport.Of(await UpdateAsync(Archive(), task)),
            TaskKind.Articles => TaskReport.Of(await UpdateAsync([_options.InboxFolder ?? throw NotSet("inbox")], task)),
            TaskKind.Optimize => TaskReport.Of(await Task.Run(() => NewsIndexer.Optimize(index, cancellation), cancellation)),
            _ => TaskReport.Of(await Task.Run(() => CopyOf(index, task), cancellation)),
        };
    }

    /// <summary>A task may have waited since the service had other settings; no files would mean to empty the index.</summary>
    private IReadOnlyList<string> Archive() => _options.HasArchive ? _options.SourcePaths : throw NotSet("archive");

    private static InvalidOperationException NotSet(string setting) => new($"the setting '{setting}' is not there any more");

    /// <summary>Two tasks may copy within a second: the time alone is no name.</summary>
    private IndexCopy CopyOf(string index, RunningTask task)
    {
        string name = $"{_time.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}-{task.Task.Id}";
        return new SnapshotFolder(SnapshotFolder.Beside(index), _time).Create(index, name, cancellation: task.Cancellation);
    }

    private Task<UpdateReport> UpdateAsync(IReadOnlyList<string> paths, RunningTask task) =>
        NewsIndexer.UpdateAsync(paths, _options.IndexFolder, new UpdateOptions { Threads = Threads }, task, task.Cancellation);
}
