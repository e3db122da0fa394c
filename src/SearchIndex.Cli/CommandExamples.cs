namespace SearchIndex.Cli;

/// <summary>Calls of the commands as people would type them. Each says by its beginning which command it is for.</summary>
internal static class CommandExamples
{
    private static readonly string[] Overview =
    [
        "searchindex serve",
        "searchindex rebuild ~/news --index ~/news-index",
        "searchindex search 林芳正 --index ~/news-index",
    ];

    /// <summary>Gets all examples.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "searchindex rebuild index-data/articles",
        "searchindex rebuild ~/news/2023 ~/news/2024 --index ~/news-index --strict",
        "searchindex update ~/news --index ~/news-index",
        "searchindex update ~/news/2024 --index ~/news-index --json",
        "searchindex search 林芳正",
        "searchindex search '\"2加2\" 日本 -北约' --outlet dw --outlet rfi --from 2023 --to 2024-06",
        "searchindex search 特朗普 拜登 --any --sort newest --script hant --json",
        "searchindex suggest lfz",
        "searchindex suggest 林芳 --index ~/news-index --json",
        "searchindex export 林芳正 --output hits.csv",
        "searchindex export 林芳正 --from 2023 --format bibtex",
        "searchindex serve",
        "searchindex serve --index ~/news-index --urls http://127.0.0.1:8080",
        "searchindex serve --index ~/news-index --watch ~/news",
        "searchindex serve --config /etc/searchindex.json --urls http://0.0.0.0:5080",
        "searchindex stats",
        "searchindex stats --index ~/news-index --json",
        "searchindex verify --index ~/news-index",
        "searchindex verify --index ~/news-index --write-manifest ~/news-index.manifest",
        "searchindex verify --index ~/copy --against ~/news-index.manifest",
        "searchindex verify --repair",
        "searchindex variants check",
        "searchindex variants check --variants variants.tsv --index ~/news-index --counts",
        "searchindex variants diff new.tsv --variants variants.tsv --queries-file queries.tsv --index ~/news-index",
        "searchindex variants mine --index ~/news-index",
        "searchindex variants mine --pairs",
        "searchindex queries list --queries-file queries.tsv",
        "searchindex queries run --queries-file queries.tsv --index ~/news-index",
        "searchindex queries new --queries-file queries.tsv --index ~/news-index",
        "searchindex queries new nato japan --queries-file queries.tsv --json",
        "searchindex keys create --scope search --expires 90d --note 'reading room'",
        "searchindex keys create --scope index --collection dw",
        "searchindex keys list",
        "searchindex keys list --keys-file /etc/searchindex/keys.json",
        "searchindex keys revoke 1f2e3d4c",
        "searchindex doctor",
        "searchindex doctor --full --config /etc/searchindex.json",
        "searchindex snapshot create --index ~/news-index --name before-2027",
        "searchindex snapshot create --index ~/news-index --snapshots /backup/news",
        "searchindex snapshot list --index ~/news-index",
        "searchindex snapshot restore before-2027 --index ~/news-index",
        "searchindex completion bash",
    ];

    /// <summary>Returns the examples of a command: its own, and those of the commands that are part of it.</summary>
    /// <param name="path">The command as <see cref="CommandPath"/> says it.</param>
    public static IEnumerable<string> Of(string path) => path == CommandPath.Program
        ? Overview
        : All.Where(example => example == path || example.StartsWith(path + ' ', StringComparison.Ordinal));
}
