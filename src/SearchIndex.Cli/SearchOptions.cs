using System.CommandLine;
using System.CommandLine.Parsing;
using SearchIndex.News.Query;
using SearchIndex.News.Variants;

namespace SearchIndex.Cli;

/// <summary>The query and the options that say what is looked for, for every command that searches.</summary>
internal sealed class SearchOptions
{
    private readonly Argument<string[]> _query = new("QUERY")
    {
        Description = "What to find. Several words are one query; quotation marks ask for contiguous text, a minus excludes, OR and parentheses combine.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<bool> _any = new("--any") { Description = "Let any part of the query do, instead of all." };
    private readonly Option<string[]> _outlets = new("--outlet", "-o") { Description = "Only this outlet, by id or name. May be given several times.", HelpName = "OUTLET" };
    private readonly Option<string> _from = Text("--from", "DATE", "The first date: 2023, 2023-05, 2023-05-01 or 2023-05-01T08:30:00Z.");
    private readonly Option<string> _to = Text("--to", "DATE", "The last date, in the same forms; a day, month or year is included whole.");
    private readonly Option<string> _script = Text("--script", "hans|hant|mixed|none", "Only articles in this script; several separated by commas.");
    private readonly Option<string> _sort = Text("--sort", "relevance|fresh|newest|oldest", "The order of the hits. Default: relevance.");
    private readonly Option<string> _variants = Text("--variants", "on|off", "Whether regional variants (川普 for 特朗普) are found as well. Default: on.");
    private readonly Option<string> _variantsFile = VariantsFile();
    private readonly Option<string> _collapse = Text("--collapse", "on|off", "Whether versions of an article are one hit. Default: on.");

    /// <summary>Returns an option that takes a text.</summary>
    /// <param name="name">The option.</param>
    /// <param name="helpName">What the help calls its value; alternatives that are parted by <c>|</c> are what a shell completes.</param>
    /// <param name="description">What it is for.</param>
    public static Option<string> Text(string name, string helpName, string description)
    {
        var option = new Option<string>(name) { Description = description, HelpName = helpName };
        if (helpName.Contains('|', StringComparison.Ordinal))
        {
            option.CompletionSources.Add(helpName.Split('|'));
        }

        return option;
    }

    /// <summary>Returns the option that names a file of regional variants.</summary>
    public static Option<string> VariantsFile() =>
        Text("--variants-file", "FILE", "The file of regional variants. Default: the groups that are part of the program.");

    /// <summary>Opens an index with the regional variants that were asked for.</summary>
    public NewsSearcher Open(ParseResult parse, string index) => NewsSearcher.Open(index, new VariantSource(parse.GetValue(_variantsFile)));

    /// <summary>Adds the query and the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_query);
        foreach (Option option in new Option[] { _any, _outlets, _from, _to, _script, _sort, _variants, _variantsFile, _collapse })
        {
            command.Add(option);
        }
    }

    /// <summary>Returns the request.</summary>
    /// <param name="parse">The command line.</param>
    /// <param name="complete">Adds what the command has besides.</param>
    /// <exception cref="UsageException">A value is not allowed, or an option is unknown.</exception>
    public SearchRequest Bind(ParseResult parse, Func<SearchParameters, SearchParameters> complete)
    {
        RefuseUnknownOptions(parse);
        SearchRequest request = complete(new SearchParameters
        {
            Query = string.Join(' ', parse.GetRequiredValue(_query)),
            Match = parse.GetValue(_any) ? "any" : null,
            Outlets = parse.GetValue(_outlets) ?? [],
            From = parse.GetValue(_from),
            To = parse.GetValue(_to),
            Script = parse.GetValue(_script),
            Sort = parse.GetValue(_sort),
            Variants = parse.GetValue(_variants),
            Collapse = parse.GetValue(_collapse),
        }).Bind(out IReadOnlyList<ParameterProblem> problems);
        Refuse(problems);
        return request;
    }

    /// <summary>Refuses values that are not allowed.</summary>
    /// <exception cref="UsageException">There are some.</exception>
    public static void Refuse(IReadOnlyList<ParameterProblem> problems)
    {
        if (problems.Count > 0)
        {
            throw new UsageException(string.Join("; ", problems.Select(problem => $"--{problem.Name} '{problem.Value}' is not allowed; give {problem.Allowed}")));
        }
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
}
