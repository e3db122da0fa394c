using System.CommandLine;
using System.Text.Json;
using SearchIndex.News.Query;

namespace SearchIndex.Cli;

/// <summary><c>searchindex search QUERY</c>: finds articles.</summary>
internal sealed class SearchCommand
{
    /// <summary>The name of the command.</summary>
    public const string Name = "search";

    private readonly Terminal _terminal;
    private readonly DataFolders _folders;
    private readonly SearchOptions _search = new();
    private readonly Option<string> _index = IndexOption.Create();
    private readonly Option<bool> _json = JsonOption.Create();
    private readonly Option<bool> _explain = new("--explain") { Description = "Say how the score of each hit comes about." };
    private readonly Option<string> _page = SearchOptions.Text("--page", "N", "The page, from 1. Default: 1.");
    private readonly Option<string> _after = SearchOptions.Text("--after", "CURSOR", "Go on behind an earlier page: its next. The index must be the same.");
    private readonly Option<string> _size = SearchOptions.Text("--size", "N", "The hits on a page, 1 to 100. Default: 10.");

    public SearchCommand(Terminal terminal, DataFolders folders)
    {
        _terminal = terminal;
        _folders = folders;
    }

    /// <summary>Returns the command.</summary>
    public Command Create()
    {
        var command = new Command(Name, "Find articles.") { _index, _json, _explain, _page, _size, _after };
        _search.AddTo(command);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parse)
    {
        SearchRequest request = _search.Bind(parse, parameters => parameters with
        {
            Explain = parse.GetValue(_explain) ? "true" : null,
            Page = parse.GetValue(_page),
            Size = parse.GetValue(_size),
            After = parse.GetValue(_after),
        });
        using NewsSearcher searcher = _search.Open(parse, IndexOption.PathOf(parse, _index, _folders));
        SearchPage page = searcher.Search(request);
        if (parse.GetValue(_json))
        {
            _terminal.Output.WriteLine(JsonSerializer.Serialize(page, NewsJson.Readable));
        }
        else
        {
            new SearchPagePrinter(_terminal).Print(page);
        }

        return ExitCode.Ok;
    }
}
