using System.CommandLine;
using System.Globalization;
using SearchIndex.News.Query;
using SearchIndex.News.Query.Saved;
using SearchIndex.News.Variants;

namespace SearchIndex.Cli;

/// <summary><c>searchindex variants diff NEWFILE</c>: what a changed file of variants would do, before it is put in use.</summary>
internal sealed class VariantsDiffCommand
{
    /// <summary>The name of the command.</summary>
    public const string Name = "diff";

    private const int DefaultMax = 5;

    private readonly Terminal _terminal;
    private readonly DataFolders _folders;
    private readonly Argument<string> _newFile = new("NEWFILE") { Description = "The changed file of variants." };
    private readonly Option<string> _variants = VariantsOption.Create();
    private readonly Option<string> _index = IndexOption.Create();
    private readonly Option<string> _queries = QueriesOption.Create("Saved queries to run with both files. Default: only the groups are compared.");
    private readonly Option<int> _max = new("--max")
    {
        Description = "How many articles gained and lost are named for each query. Default: 5.",
        HelpName = "N",
        DefaultValueFactory = _ => DefaultMax,
    };

    public VariantsDiffCommand(Terminal terminal, DataFolders folders)
    {
        _terminal = terminal;
        _folders = folders;
    }

    /// <summary>Returns the command.</summary>
    public Command Create()
    {
        var command = new Command(Name, "Say which groups a changed file of variants changes, and which saved queries would gain or lose articles.")
        {
            _newFile, _variants, _index, _queries, _max,
        };
        command.SetAction((parse, cancellation) => Task.Run(() => Run(parse, cancellation), cancellation));
        return command;
    }

    private int Run(ParseResult parse, CancellationToken cancellation)
    {
        int max = parse.GetValue(_max);
        if (max < 0)
        {
            throw new UsageException("--max is 0 or more");
        }

        string? current = parse.GetValue(_variants);
        VariantTable before = VariantsOption.Load(current);
        VariantTable after = VariantsOption.Load(parse.GetRequiredValue(_newFile));
        foreach (VariantProblem problem in after.Problems)
        {
            _terminal.Error.WriteLine(VisibleText.Escape(problem.ToString()));
        }

        IReadOnlyList<VariantGroupChange> changes = VariantTableDiff.Find(before, after);
        foreach (VariantGroupChange change in changes)
        {
            Print(change);
        }

        bool changesQueries = parse.GetValue(_queries) is { } queries && RunQueries(parse, queries, current, after, max, cancellation);
        return changes.Count == 0 && !changesQueries ? ExitCode.Ok : ExitCode.Changes;
    }

    private bool RunQueries(ParseResult parse, string path, string? current, VariantTable after, int max, CancellationToken cancellation)
    {
        SavedQueryFile file = QueriesOption.Load(path, _terminal);
        string index = IndexOption.PathOf(parse, _index, _folders);
        using NewsSearcher searcher = NewsSearcher.Open(index, new VariantSource(current));
        bool isChanged = false;
        foreach (SavedQuery query in file.Queries)
        {
            VariantEffect effect = searcher.TryVariants(query, after, max, cancellation);
            isChanged |= effect.IsChange;
            Print(effect);
        }

        return isChanged;
    }

    private void Print(VariantGroupChange change)
    {
        switch (change)
        {
            case { Before: { } before, After: { } after }:
                Print("changed", Describe(before), Describe(after));
                break;
            case { Before: { } gone }:
                Print("removed", Describe(gone));
                break;
            case { After: { } added }:
                Print("added", Describe(added));
                break;
        }
    }

    private static string Describe(VariantGroup group) =>
        $"{group.Kind.ToString().ToLowerInvariant()} {string.Join('|', group.Forms.Select(form => form.Describe()))}";

    private void Print(VariantEffect effect)
    {
        string counts = string.Create(CultureInfo.InvariantCulture, $"{effect.Before} -> {effect.After}");
        string gained = "+" + effect.GainedCount.ToString(CultureInfo.InvariantCulture);
        string lost = "-" + effect.LostCount.ToString(CultureInfo.InvariantCulture);
        Print("query", effect.Name, counts, gained, lost);
        foreach (ArticleTitle article in effect.Gained)
        {
            Print("+", article.Id, article.Title);
        }

        foreach (ArticleTitle article in effect.Lost)
        {
            Print("-", article.Id, article.Title);
        }
    }

    private void Print(params string[] columns) => _terminal.Output.WriteLine(string.Join('\t', columns.Select(VisibleText.Escape)));
}
