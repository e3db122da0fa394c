using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace SearchIndex.Cli;

/// <summary>The usual help, and examples below it.</summary>
internal sealed class HelpWithExamples : SynchronousCommandLineAction
{
    private readonly HelpAction _usual;

    public HelpWithExamples(HelpAction usual)
    {
        _usual = usual;
    }

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        _usual.Invoke(parseResult);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (string example in ExamplesOf(parseResult.CommandResult.Command.Name))
        {
            output.WriteLine("  " + example);
        }

        return ExitCode.Ok;
    }

    private static string[] ExamplesOf(string command) => command switch
    {
        RebuildCommand.Name =>
        [
            "searchindex rebuild index-data/articles",
            "searchindex rebuild ~/news/2023 ~/news/2024 --index ~/news-index --strict",
        ],
        UpdateCommand.Name =>
        [
            "searchindex update ~/news --index ~/news-index",
            "searchindex update ~/news/2024 --index ~/news-index --json",
        ],
        SearchCommand.Name =>
        [
            "searchindex search 林芳正",
            "searchindex search '\"2加2\" 日本 -北约' --outlet dw --outlet rfi --from 2023 --to 2024-06",
            "searchindex search 特朗普 拜登 --any --sort newest --script hant --json",
        ],
        ServeCommand.Name =>
        [
            "searchindex serve",
            "searchindex serve --index ~/news-index --urls http://127.0.0.1:8080",
            "searchindex serve --index ~/news-index --watch ~/news",
            "searchindex serve --config /etc/searchindex.json --urls http://0.0.0.0:5080",
        ],
        SuggestCommand.Name => ["searchindex suggest lfz", "searchindex suggest 林芳 --index ~/news-index --json"],
        ExportCommand.Name => ["searchindex export 林芳正 --output hits.csv", "searchindex export 林芳正 --from 2023 --format bibtex"],
        StatsCommand.Name => ["searchindex stats", "searchindex stats --index ~/news-index --json"],
        VerifyCommand.Name =>
        [
            "searchindex verify --index ~/news-index",
            "searchindex verify --index ~/news-index --write-manifest ~/news-index.manifest",
            "searchindex verify --index ~/copy --against ~/news-index.manifest",
            "searchindex verify --repair",
        ],
        VariantsCommand.Name or VariantsCheckCommand.Name =>
        [
            "searchindex variants check",
            "searchindex variants check --variants variants.tsv --index ~/news-index --counts",
        ],
        VariantsDiffCommand.Name => ["searchindex variants diff new.tsv --variants variants.tsv --queries-file queries.tsv --index ~/news-index"],
        QueriesCommand.Name or QueriesListCommand.Name => ["searchindex queries list --queries-file queries.tsv"],
        QueriesRunCommand.RunName => ["searchindex queries run --queries-file queries.tsv --index ~/news-index"],
        QueriesRunCommand.NewName =>
        [
            "searchindex queries new --queries-file queries.tsv --index ~/news-index",
            "searchindex queries new nato japan --queries-file queries.tsv --json",
        ],
        KeysCommand.Name or KeysCreateCommand.Name => ["searchindex keys create --scope search --expires 90d --note 'reading room'", "searchindex keys list"],
        KeysRevokeCommand.Name => ["searchindex keys list", "searchindex keys revoke 1f2e3d4c"],
        DoctorCommand.Name => ["searchindex doctor", "searchindex doctor --full --config /etc/searchindex.json"],
        SnapshotCommand.Name or SnapshotRestoreCommand.Name =>
        [
            "searchindex snapshot create --index ~/news-index --name before-2027",
            "searchindex snapshot list --index ~/news-index",
            "searchindex snapshot restore before-2027 --index ~/news-index",
        ],
        VariantsMineCommand.Name => ["searchindex variants mine --index ~/news-index", "searchindex variants mine --pairs"],
        _ =>
        [
            "searchindex serve",
            "searchindex rebuild ~/news --index ~/news-index",
            "searchindex search 林芳正 --index ~/news-index",
        ],
    };
}
