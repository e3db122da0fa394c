using System.CommandLine;
using SearchIndex.News.Query;
using SearchIndex.News.Query.Export;

namespace SearchIndex.Cli;

/// <summary><c>searchindex export QUERY</c>: all hits as a file.</summary>
internal sealed class ExportCommand
{
    /// <summary>The name of the command.</summary>
    public const string Name = "export";

    private readonly Terminal _terminal;
    private readonly DataFolders _folders;
    private readonly SearchOptions _search = new();
    private readonly Option<string> _index = IndexOption.Create();
    private readonly Option<string> _format = SearchOptions.Text("--format", "csv|jsonl|ris|bibtex|csl", "The format. Default: csv.");
    private readonly Option<string> _output = SearchOptions.Text("--output", "FILE", "Where to write. Default: the standard output.");

    public ExportCommand(Terminal terminal, DataFolders folders)
    {
        _terminal = terminal;
        _folders = folders;
    }

    /// <summary>Returns the command.</summary>
    public Command Create()
    {
        var command = new Command(Name, "Write all articles that a query finds as a file.") { _index, _format, _output };
        _search.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellation)
    {
        SearchRequest request = _search.Bind(parse, parameters => parameters);
        ExportFormat format = SearchParameters.BindFormat(parse.GetValue(_format), [], out IReadOnlyList<ParameterProblem> problems);
        SearchOptions.Refuse(problems);
        ArticleExporter exporter = ArticleExporter.Of(format);
        using NewsSearcher searcher = _search.Open(parse, IndexOption.PathOf(parse, _index, _folders));
        IEnumerable<ExportedArticle> articles = searcher.Export(request, cancellation);
        if (parse.GetValue(_output) is not { } path)
        {
            await exporter.WriteAsync(articles, _terminal.Output, cancellation);
            return ExitCode.Ok;
        }

        FileStream file = File.Create(path);
        await using (file)
        {
            await exporter.WriteAsync(articles, file, cancellation);
        }

        return ExitCode.Ok;
    }
}
