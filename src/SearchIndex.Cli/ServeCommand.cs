using System.CommandLine;
using Microsoft.Extensions.Hosting;
using SearchIndex.Engine.Index;
using SearchIndex.News;
using SearchIndex.News.Query;
using SearchIndex.Server;
using SearchIndex.Server.Collections;

namespace SearchIndex.Cli;

/// <summary><c>searchindex serve</c>: runs the service until it is stopped.</summary>
internal sealed class ServeCommand
{
    /// <summary>The name of the command.</summary>
    public const string Name = "serve";

    private readonly Terminal _terminal;
    private readonly DataFolders _folders;
    private readonly ServeSettings _settings;

    public ServeCommand(Terminal terminal, DataFolders folders)
    {
        _terminal = terminal;
        _folders = folders;
        _settings = new ServeSettings(folders);
    }

    /// <summary>Returns the command.</summary>
    public Command Create()
    {
        var command = new Command(Name, "Serve the search page and the HTTP API. Without an index, the sample archive is indexed first.");
        _settings.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    /// <summary>Refuses settings with which nobody could search: keys are needed, and there is none.</summary>
    /// <exception cref="UsageException">They are such.</exception>
    internal static void ThrowIfClosedToAll(SearchServiceOptions options)
    {
        if (!options.NeedsKeys || options.PublicSearch)
        {
            return;
        }

        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        if (!KeysFileOption.Load(options.KeysFile!).Any(key => key.IsValidAt(now)))
        {
            throw new UsageException(
                $"others than this machine can reach {options.Urls}, so that searching needs a key, and {VisibleText.Escape(options.KeysFile!)} has none that is valid; "
                + "make one with 'searchindex keys create --scope search', or let everybody search with --public-search");
        }
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellation)
    {
        SearchServiceOptions options = _settings.Bind(parse, Environment.GetEnvironmentVariables(), out bool indexIsNamed);
        ThrowIfClosedToAll(options);

        // Without an index, the first look at the watched files builds one.
        foreach (CollectionOptions collection in options.Collections.Where(one => !HasIndex(one) && one.WatchedPaths.Count == 0))
        {
            bool hasOwnArticles = indexIsNamed || collection.HasArchive || collection.InboxFolder is not null;
            try
            {
                await PrepareAsync(collection.IndexFolder, hasOwnArticles, cancellation);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                await _terminal.Error.WriteLineAsync("stopped before the sample archive was indexed");
                return ExitCode.Ok;
            }
        }

        await ServeAsync(options, cancellation);
        return ExitCode.Ok;
    }

    /// <summary>Serves until it is cancelled. A start is short and goes to its end, so that it is always a whole service that stops.</summary>
    private async Task ServeAsync(SearchServiceOptions options, CancellationToken cancellation)
    {
        var manager = new ServiceManager(Environment.GetEnvironmentVariable(ServiceManager.Variable), _terminal.Error);
        await using var service = SearchService.Build(options);
        using CancellationTokenRegistration stopping = service.Lifetime.ApplicationStopping.Register(manager.TellStopping);
        await service.StartAsync(CancellationToken.None);
        manager.TellReady();
        foreach (string address in service.Urls)
        {
            await _terminal.Output.WriteLineAsync($"search page  {address}/");
            foreach (string path in options.Collections.Select(one => one.Path))
            {
                await _terminal.Output.WriteLineAsync($"HTTP API     {address}{path}/api/v1/search?q=林芳正  ({address}{path}/openapi/v1.json)");
            }
        }

        await _terminal.Output.FlushAsync(CancellationToken.None);
        await _terminal.Error.WriteLineAsync("press Ctrl-C to stop");
        await service.WaitForShutdownAsync(cancellation);
    }

    /// <summary>
    /// Opens the index for a moment, so that a damaged one ends the command before it serves anything. Beside other archives it does not: the
    /// service says what is wrong with it, and serves the others.
    /// </summary>
    private static bool HasIndex(CollectionOptions collection)
    {
        try
        {
            NewsSearcher.Open(collection.IndexFolder).Dispose();
            return true;
        }
        catch (IndexNotFoundException)
        {
            return false;
        }
        catch (Exception) when (collection.Name.Length > 0)
        {
            return true;
        }
    }

    /// <summary>
    /// Indexes the sample archive, unless the index or its articles were named: somebody's rebuild or a task may be about to fill that folder.
    /// </summary>
    private async Task PrepareAsync(string index, bool hasOwnArticles, CancellationToken cancellation)
    {
        if (hasOwnArticles || _folders.SampleArticles is not { } samples)
        {
            await _terminal.Error.WriteLineAsync($"no index in {VisibleText.Escape(index)} yet; the service starts without and picks it up when it is built");
            return;
        }

        await _terminal.Error.WriteLineAsync($"no index yet: indexing the sample archive {VisibleText.Escape(samples)}");
        IngestReport report = await IndexingProgress.RunAsync(
            _terminal, progress => NewsIndexer.RebuildAsync([samples], index, new RebuildOptions(), progress, cancellation));
        await _terminal.Error.WriteLineAsync($"{report.Indexed} articles indexed in {VisibleText.Escape(index)}");
    }
}
