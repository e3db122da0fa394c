using System.CommandLine;
using Microsoft.Extensions.Hosting;
using SearchIndex.Engine.Index;
using SearchIndex.News;
using SearchIndex.News.Query;
using SearchIndex.Server;

namespace SearchIndex.Cli;

/// <summary><c>searchindex serve</c>: runs the service until it is stopped.</summary>
internal sealed class ServeCommand
{
    /// <summary>The name of the command.</summary>
    public const string Name = "serve";

    private readonly Terminal _terminal;
    private readonly DataFolders _folders;
    private readonly Option<string> _index = IndexOption.Create();
    private readonly Option<string> _urls = new("--urls")
    {
        Description = $"The addresses to listen on, separated by semicolons. Default: {SearchServiceOptions.DefaultUrls}, this machine only.",
        HelpName = "URL",
    };

    private readonly Option<string[]> _watch = new("--watch")
    {
        Description = "Files or folders to keep the index up to date with; may be given several times.",
        HelpName = "PATH",
    };

    private readonly Option<string> _variantsFile = SearchOptions.VariantsFile();
    private readonly Option<string> _queriesFile = QueriesOption.Create("A file of saved queries, with a feed of what is new for each. Default: none.");

    public ServeCommand(Terminal terminal, DataFolders folders)
    {
        _terminal = terminal;
        _folders = folders;
        _urls.Validators.Add(result =>
        {
            if (SearchServiceOptions.FindWrongUrl(result.GetValueOrDefault<string>()) is { } wrong)
            {
                result.AddError($"--urls '{wrong}' is not allowed; give http://HOST:PORT");
            }
        });
    }

    /// <summary>Returns the command.</summary>
    public Command Create()
    {
        var command = new Command(Name, "Serve the search page and the HTTP API. Without an index, the sample archive is indexed first.")
        {
            _index, _urls, _watch, _variantsFile, _queriesFile,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellation)
    {
        string? named = parse.GetValue(_index);
        string index = Path.GetFullPath(named ?? _folders.DefaultIndex);
        string[] watched = parse.GetValue(_watch) ?? [];
        ArticlePaths.ThrowIfMissing(watched);
        QueriesOption.ThrowIfMissing(parse.GetValue(_queriesFile));

        // Without an index, the first look at the watched files builds one.
        if (!HasIndex(index) && watched.Length == 0)
        {
            await PrepareAsync(index, isNamed: named is not null, cancellation);
        }

        var options = new SearchServiceOptions
        {
            IndexFolder = index,
            Urls = parse.GetValue(_urls) ?? SearchServiceOptions.DefaultUrls,
            WatchedPaths = watched,
            VariantsFile = parse.GetValue(_variantsFile) is { } file ? Path.GetFullPath(file) : null,
            QueriesFile = parse.GetValue(_queriesFile) is { } saved ? Path.GetFullPath(saved) : null,
        };
        await using var service = SearchService.Build(options);
        await service.StartAsync(cancellation);
        foreach (string address in service.Urls)
        {
            await _terminal.Output.WriteLineAsync($"search page  {address}/");
            await _terminal.Output.WriteLineAsync($"HTTP API     {address}/api/search?q=林芳正  ({address}/openapi/v1.json)");
        }

        await _terminal.Output.FlushAsync(cancellation);
        await _terminal.Error.WriteLineAsync("press Ctrl-C to stop");
        await service.WaitForShutdownAsync(cancellation);
        return ExitCode.Ok;
    }

    /// <summary>Opens the index for a moment, so that a damaged one ends the command before it serves anything.</summary>
    private static bool HasIndex(string index)
    {
        try
        {
            NewsSearcher.Open(index).Dispose();
            return true;
        }
        catch (IndexNotFoundException)
        {
            return false;
        }
    }

    /// <summary>Indexes the sample archive, unless the index was named: somebody else's rebuild may be about to fill that folder.</summary>
    private async Task PrepareAsync(string index, bool isNamed, CancellationToken cancellation)
    {
        if (isNamed || _folders.SampleArticles is not { } samples)
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
