using SearchIndex.News.Query;
using SearchIndex.Testing;

namespace SearchIndex.News.Tests.Query;

/// <summary>Runs the rows of docs/asks.md: each text is an article, and each query must find its own, or must not.</summary>
public sealed class AsksDocumentTests : IClassFixture<AsksDocumentTests.Archive>
{
    private const int MinRows = 25;

    private readonly Archive _archive;

    public AsksDocumentTests(Archive archive)
    {
        _archive = archive;
    }

    public static TheoryData<string> Queries => [.. Archive.Rows.Select(row => row.Query)];

    [Theory]
    [MemberData(nameof(Queries))]
    public void Query_OfRow_FindsItsArticleOrNot(string query)
    {
        (int number, bool isFound) = Archive.Rows.Where(row => row.Query == query).Select(row => (row.Number, row.IsFound)).Single();

        string[] found = _archive.Articles.Find(query);

        Assert.Equal(isFound, found.Contains($"{number}.md"));
    }

    [Fact]
    public void Table_HasEnoughRows()
    {
        Assert.True(Archive.Rows.Count >= MinRows, $"{Archive.Rows.Count} rows");
    }

    /// <summary>The texts of the table as articles.</summary>
    public sealed class Archive : IDisposable
    {
        internal static IReadOnlyList<(int Number, string Query, string Text, bool IsFound)> Rows { get; } = ReadRows();

        internal SmallArchive Articles { get; } =
            new([.. Rows.Select(row => ($"{row.Number}.md", SmallArchive.Article($"短讯{row.Number}", row.Text)))]);

        public void Dispose() => Articles.Dispose();

        private static (int Number, string Query, string Text, bool IsFound)[] ReadRows() =>
        [
            .. File.ReadLines(RepositoryFolder.At("docs/asks.md"))
                .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
                .Where(cells => cells.Length == 6 && cells[2].StartsWith('`'))
                .Select((cells, index) => (index + 1, cells[2].Trim('`'), cells[3], cells[4] == "yes")),
        ];
    }
}
