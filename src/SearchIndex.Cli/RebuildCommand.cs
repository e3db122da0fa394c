using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using SearchIndex.News;
using SearchIndex.News.Query;

namespace SearchIndex.Cli;

/// <summary><c>searchindex rebuild PATH…</c>: builds the index anew from article files.</summary>
internal sealed class RebuildCommand
{
    /// <summary>The name of the command.</summary>
    public const string Name = "rebuild";

    private readonly Terminal _terminal;
    private readonly DataFolders _folders;
    private readonly Argument<string[]> _paths = ArticlePaths.CreateArgument();
    private readonly Option<string> _index = IndexOption.Create();
    private readonly Option<bool> _json = JsonOption.Create();
    private readonly Option<bool> _reproducible = ReproducibleOption.Create();
    private readonly Option<bool> _strict = new("--strict") { Description = "End with exit code 1 when a file could not become an article." };
    private readonly Option<int?> _threads = PositiveNumber("--threads", "How many threads read and analyse. Default: one for each processor.");
    private readonly Option<int?> _segments = PositiveNumber("--max-segments", "The most segments the index may have. Default: 5.");
    private readonly Option<int?> _buffer = PositiveNumber("--buffer", "Megabytes of memory for documents before they go to disk. Default: 256.");

    public RebuildCommand(Terminal terminal, DataFolders folders)
    {
        _terminal = terminal;
        _folders = folders;
    }

    /// <summary>Returns the command.</summary>
    public Command Create()
    {
        var command = new Command(Name, "Build the index anew from article files; searches see the old one until the new one is whole.")
        {
            _paths, _index, _strict, _json, _threads, _segments, _buffer, _reproducible,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellation)
    {
        string[] paths = parse.GetRequiredValue(_paths);
        ArticlePaths.ThrowIfMissing(paths);
        string index = IndexOption.PathOf(parse, _index, _folders);
        var defaults = new RebuildOptions();
        var options = new RebuildOptions
        {
            Threads = parse.GetValue(_threads),
            MaxSegments = parse.GetValue(_segments) ?? defaults.MaxSegments,
            BufferMegabytes = parse.GetValue(_buffer) ?? defaults.BufferMegabytes,
            Reproducible = parse.GetValue(_reproducible),
        };
        IngestReport report = await IndexingProgress.RunAsync(
            _terminal, progress => NewsIndexer.RebuildAsync(paths, index, options, progress, cancellation));
        if (parse.GetValue(_json))
        {
            await _terminal.Output.WriteLineAsync(JsonSerializer.Serialize(report, NewsJson.Readable));
        }
        else
        {
            new IngestReportPrinter(_terminal).Print(report);
        }

        return parse.GetValue(_strict) && report.Problems.Count > 0 ? ExitCode.Problems : ExitCode.Ok;
    }

    private static Option<int?> PositiveNumber(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0)
            {
                return number;
            }

            result.AddError($"{name} '{text}' is not allowed; give a whole number from 1");
            return null;
        },
    };
}
