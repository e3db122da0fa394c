using System.CommandLine;
using System.CommandLine.Parsing;
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
    private readonly Argument<string[]> _query = new("QUERY")
    {
        Description = "What to find. Several words are one query; quotation marks ask for exact words, a minus excludes.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string> _index = IndexOption.Create();
    private readonly Option<bool> _json = JsonOption.Create();
    private readonly Option<bool> _any = new("--any") { Description = "Let any part of the query do, instead of all." };
    private readonly Option<string[]> _outlets = new("--outlet", "-o") { Description = "Only this outlet, by id or name. May be given several times.", HelpName = "OUTLET" };
    private readonly Option<string> _from = Text("--from", "DATE", "The first date: 2023, 2023-05, 2023-05-01 or 2023-05-01T08:30:00Z.");
    private readonly Option<string> _to = Text("--to", "DATE", "The last date, in the same forms; a day, month or year is included whole.");
    private readonly Option<string> _script = Text("--script", "hans|hant|mixed|none", "Only articles in this script.");
    private readonly Option<string> _sort = Text("--sort", "relevance|newest|oldest", "The order of the hits. Default: relevance.");
    private readonly Option<string> _page = Text("--page", "N", "The page, from 1. Default: 1.");
    private readonly Option<string> _size = Text("--size", "N", "The hits on a page, 1 to 100. Default: 10.");

    public SearchCommand(Terminal terminal, DataFolders folders)
    {
        _terminal = terminal;
        _folders = folders;
    }

    /// <summary>Returns the command.</summary>
    public Command Create()
    {
        var command = new Command(Name, "Find articles.") { _query, _index, _json, _any, _outlets, _from, _to, _script, _sort, _page, _size };
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parse)
    {
        RefuseUnknownOptions(parse);
        SearchRequest request = Bind(parse);
        using NewsSearcher searcher = NewsSearcher.Open(Path.GetFullPath(parse.GetValue(_index) ?? _folders.DefaultIndex));
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

    private SearchRequest Bind(ParseResult parse)
    {
        var parameters = new SearchParameters
        {
            Query = string.Join(' ', parse.GetRequiredValue(_query)),
            Match = parse.GetValue(_any) ? "any" : null,
            Outlets = parse.GetValue(_outlets) ?? [],
            From = parse.GetValue(_from),
            To = parse.GetValue(_to),
            Script = parse.GetValue(_script),
            Sort = parse.GetValue(_sort),
            Page = parse.GetValue(_page),
            Size = parse.GetValue(_size),
        };
        SearchRequest request = parameters.Bind(out IReadOnlyList<ParameterProblem> problems);
        return problems.Count == 0
            ? request
            : throw new UsageException(string.Join("; ", problems.Select(problem => $"--{problem.Name} '{problem.Value}' is not allowed; give {problem.Allowed}")));
    }

    /// <summary>A mistyped option would otherwise become a word of the query. After <c>--</c> everything is the query.</summary>
    private static void RefuseUnknownOptions(ParseResult parse)
    {
        Token? unknown = parse.Tokens
            .TakeWhile(token => token.Type != TokenType.DoubleDash)
            .FirstOrDefault(token => token.Type == TokenType.Argument && token.Value.StartsWith("--", StringComparison.Ordinal));
        if (unknown is not null)
        {
            throw new UsageException($"unknown option {unknown.Value}; write -- before a query that begins so");
        }
    }

    private static Option<string> Text(string name, string helpName, string description) => new(name) { Description = description, HelpName = helpName };
}
