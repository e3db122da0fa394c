using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using SearchIndex.News.Query;
using SearchIndex.News.Suggestions;

namespace SearchIndex.Cli;

/// <summary><c>searchindex suggest TEXT</c>: says what a person may be about to type.</summary>
internal sealed class SuggestCommand
{
    /// <summary>The name of the command.</summary>
    public const string Name = "suggest";

    private readonly Terminal _terminal;
    private readonly DataFolders _folders;
    private readonly Argument<string[]> _typed = new("TEXT")
    {
        Description = "The beginning of a name, a word, an outlet, an author or a title in either script, or pinyin or its initials.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string> _index = IndexOption.Create();
    private readonly Option<bool> _json = JsonOption.Create();
    private readonly Option<string> _size = SearchOptions.Text("--size", "N", "The most suggestions, 1 to 20. Default: 10.");

    public SuggestCommand(Terminal terminal, DataFolders folders)
    {
        _terminal = terminal;
        _folders = folders;
    }

    /// <summary>Returns the command.</summary>
    public Command Create()
    {
        var command = new Command(Name, "Suggest what to search for.") { _typed, _index, _json, _size };
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parse)
    {
        int size = SearchParameters.BindSuggestionSize(parse.GetValue(_size), out IReadOnlyList<ParameterProblem> problems);
        SearchOptions.Refuse(problems);
        using NewsSearcher searcher = NewsSearcher.Open(IndexOption.PathOf(parse, _index, _folders));
        SuggestionList list = searcher.Suggest(string.Join(' ', parse.GetValue(_typed) ?? []), size);
        if (parse.GetValue(_json))
        {
            _terminal.Output.WriteLine(JsonSerializer.Serialize(list, NewsJson.Readable));
            return ExitCode.Ok;
        }

        foreach (Suggestion suggestion in list.Suggestions)
        {
            string kind = suggestion.Kind.ToString().ToLowerInvariant();
            _terminal.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{suggestion.Articles}\t{kind}\t{VisibleText.Escape(suggestion.Text)}"));
        }

        return ExitCode.Ok;
    }
}
