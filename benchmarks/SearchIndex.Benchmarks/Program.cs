using System.CommandLine;
using SearchIndex.Benchmarks;

var root = new RootCommand("Measures SearchIndex: how well it ranks, what it finds, how fast it indexes and searches. Each command prints what it measured.")
{
    RelevanceCommand.Create(),
    TuneCommand.Create(),
    NamesCommand.Create(),
    VariantsCommand.Create(),
    VersionsCommand.Create(),
    HighlightsCommand.Create(),
    AgreementCommand.Create(),
    IndexingCommand.Create(),
    IndexTsvCommand.Create(),
    UpdateCommand.Create(),
    KillCommand.Create(),
    SearchCommand.Create(),
    ThreadsCommand.Create(),
    AnalysisCommand.Create(),
    StartCommand.Create(),
    KernelsCommand.Create(),
    SuggestCommand.Create(),
    LoadCommand.Create(),
    BareCommand.Create(),
};
return root.Parse(args).Invoke();
