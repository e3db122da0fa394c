using System.CommandLine;
using System.Text.Json;
using SearchIndex.News;
using SearchIndex.News.Query;

namespace SearchIndex.Cli;

/// <summary><c>searchindex update PATH…</c>: brings the index up to date with its article files.</summary>
internal sealed class UpdateCommand
{
    /// <summary>The name of the command.</summary>
    public const string Name = "update";

    private readonly Terminal _terminal;
    private readonly DataFolders _folders;
    private readonly Argument<string[]> _paths = ArticlePaths.CreateArgument();
    private readonly Option<string> _index = IndexOption.Create();
    private readonly Option<bool> _json = JsonOption.Create();
    private readonly Option<bool> _reproducible = ReproducibleOption.Create();
    private readonly Option<bool> _strict = new("--strict") { Description = "End with exit code 1 when a file could not become an article." };

    public UpdateCommand(Terminal terminal, DataFolders folders)
    {
        _terminal = terminal;
        _folders = folders;
    }

    /// <summary>Returns the command.</summary>
    public Command Create()
    {
        var command = new Command(Name, "Bring the index up to date: read only files that are new or changed, and take out those that are gone.")
        {
            _paths, _index, _strict, _json, _reproducible,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellation)
    {
        string[] paths = parse.GetRequiredValue(_paths);
        ArticlePaths.ThrowIfMissing(paths);
        string index = IndexOption.PathOf(parse, _index, _folders);
        var options = new UpdateOptions { Reproducible = parse.GetValue(_reproducible) };
        UpdateReport report = await IndexingProgress.RunAsync(
            _terminal, progress => NewsIndexer.UpdateAsync(paths, index, options, progress, cancellation));
        if (parse.GetValue(_json))
        {
            await _terminal.Output.WriteLineAsync(JsonSerializer.Serialize(report, NewsJson.Readable));
        }
        else
        {
            new UpdateReportPrinter(_terminal).Print(report);
        }

        return parse.GetValue(_strict) && report.Problems.Count > 0 ? ExitCode.Problems : ExitCode.Ok;
    }
}
