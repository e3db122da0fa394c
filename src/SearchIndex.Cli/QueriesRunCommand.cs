using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using SearchIndex.News.Query;
using SearchIndex.News.Query.Saved;
using SearchIndex.News.Variants;

namespace SearchIndex.Cli;

/// <summary>
/// <c>searchindex queries run</c> and <c>searchindex queries new</c>: how much saved queries find, and the articles that were not there before.
/// </summary>
internal sealed class QueriesRunCommand
{
    /// <summary>The name of the command that counts.</summary>
    public const string RunName = "run";

    /// <summary>The name of the command that lists what is new.</summary>
    public const string NewName = "new";

    private readonly Terminal _terminal;
    private readonly DataFolders _folders;
    private readonly bool _onlyNew;
    private readonly Argument<string[]> _names = new("NAME") { Description = "The names of queries. Default: all.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string> _file = QueriesOption.Create("The file of saved queries.");
    private readonly Option<string> _index = IndexOption.Create();
    private readonly Option<string> _variants = SearchOptions.VariantsFile();
    private readonly Option<bool> _json = JsonOption.Create();

    public QueriesRunCommand(Terminal terminal, DataFolders folders, bool onlyNew)
    {
        _terminal = terminal;
        _folders = folders;
        _onlyNew = onlyNew;
    }

    /// <summary>Returns the command.</summary>
    public Command Create()
    {
        string description = _onlyNew
            ? "List the articles that saved queries find and that were not in the index before, the newest first."
            : "Say how many articles saved queries find, and how many of them were not in the index before.";
        var command = new Command(_onlyNew ? NewName : RunName, description) { _names, _file, _index, _variants, _json };
        command.SetAction((parse, cancellation) => Task.Run(() => Run(parse, cancellation), cancellation));
        return command;
    }

    private int Run(ParseResult parse, CancellationToken cancellation)
    {
        SavedQueryFile file = QueriesOption.Load(parse.GetValue(_file), _terminal);
        IReadOnlyList<SavedQuery> queries = QueriesOption.Select(file, parse.GetValue(_names) ?? []);
        string index = IndexOption.PathOf(parse, _index, _folders);
        using NewsSearcher searcher = NewsSearcher.Open(index, new VariantSource(parse.GetValue(_variants)));
        var runner = new SavedQueryRunner(index, TimeProvider.System);
        IReadOnlyList<SavedQueryNews> news = runner.Run(searcher, queries, cancellation);
        if (runner.Problem is { } problem)
        {
            _terminal.Error.WriteLine(VisibleText.Escape(problem));
        }

        if (parse.GetValue(_json))
        {
            _terminal.Output.WriteLine(JsonSerializer.Serialize(news, NewsJson.Readable));
        }
        else if (_onlyNew)
        {
            PrintNew(news);
        }
        else
        {
            PrintCounts(news);
        }

        return file.Problems.Count == 0 ? ExitCode.Ok : ExitCode.Problems;
    }

    private void PrintCounts(IReadOnlyList<SavedQueryNews> news)
    {
        foreach (SavedQueryNews found in news)
        {
            Print(found.Name, found.Articles.ToString(CultureInfo.InvariantCulture), found.New.Count.ToString(CultureInfo.InvariantCulture), found.Query);
            foreach (string notice in found.Notices)
            {
                _terminal.Error.WriteLine(VisibleText.Escape($"{found.Name}: {notice}"));
            }
        }
    }

    private void PrintNew(IReadOnlyList<SavedQueryNews> news)
    {
        foreach (SavedQueryNews found in news)
        {
            foreach (NewArticle article in found.New)
            {
                string seen = article.FirstSeen.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
                Print(found.Name, seen, article.Hit.Id, article.Hit.Outlet.Id, article.Hit.Title);
            }
        }
    }

    private void Print(params string[] columns) => _terminal.Output.WriteLine(string.Join('\t', columns.Select(VisibleText.Escape)));
}
