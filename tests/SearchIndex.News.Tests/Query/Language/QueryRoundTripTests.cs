using System.Text;
using FsCheck;
using FsCheck.Fluent;
using SearchIndex.News.Query.Language;

namespace SearchIndex.News.Tests.Query.Language;

/// <summary>No text makes the parser fail, and what it prints means the same as what it read.</summary>
public sealed class QueryRoundTripTests
{
    private const int Cases = 100_000;

    private static readonly QueryLimits Generous = new(int.MaxValue, int.MaxValue, int.MaxValue);

    private static readonly string[] Pieces =
    [
        "北约", "林芳正", "特朗普", "a", "2", "NATO", " ", "　", "\t", "\n", "\"", "“", "”", "「", "」", "『", "』", "《", "》", "‘", "’", "„", "＂", "﹁", "﹂",
        "(", ")", "（", "）", "|", "｜", "||", "-", "－", "−", "AND", "OR", "NOT", "&&", "*", "＊", "?", "？", "=", "＝", "~", "～", "~3", "~>3", ">", "<",
        ":", "：", "title:", "body:", "author:", "outlet:", "url:", "script:", "date:", "foo:", "2023-05", "2023年5月", "..", "hans", "\\", "＼",
        "\uD83D\uDE00", "\uD800", "\uDC00", "\0", "\uFFFF", "\u200B",
    ];

    private static readonly string[] Examples =
    [
        "林芳正 北约 -日本", "title:(北约 OR “东京 大阪”) -outlet:dw", "\"日本 北约\"~10 date:2023-05..2023-06", "=“特朗普” OR 斯托*", "(a (b | c) -(d e)) script:hant",
        "“林?正” url:https://www.dw.example/a 《流浪地球》", "author:“陈 大文” date:>2024", "\\OR \\(a\\) \"b \\\" c\"",
    ];

    [Fact]
    public void Parse_RandomQueries_RoundTrip()
    {
        Gen<string> queries = Gen.ListOf(Gen.Elements(Pieces)).Select(pieces => string.Concat(pieces));

        Check.One(Configuration(20261120), Prop.ForAll(Arb.From(queries), RoundTrips));
    }

    [Fact]
    public void Parse_MutatedQueries_RoundTrip()
    {
        Gen<string> queries =
            from example in Gen.Elements(Examples)
            from edits in Gen.ListOf(Gen.Zip(Gen.Choose(0, 1_000), Gen.Zip(Gen.Choose(0, 2), Gen.Elements(Pieces))))
            select edits.Aggregate(example, (text, edit) => Mutate(text, edit.Item1, edit.Item2.Item1, edit.Item2.Item2));

        Check.One(Configuration(20261121), Prop.ForAll(Arb.From(queries), RoundTrips));
    }

    private static Config Configuration(ulong seed) =>
        Config.QuickThrowOnFailure.WithMaxTest(Cases).WithReplay(seed, 1).WithEndSize(30).WithQuietOnSuccess(true);

    private static string Mutate(string text, int place, int kind, string piece)
    {
        int at = place % (text.Length + 1);
        var edited = new StringBuilder(text);
        if (kind > 0 && at < text.Length)
        {
            edited.Remove(at, 1);
        }

        return kind < 2 ? edited.Insert(at, piece).ToString() : edited.ToString();
    }

    private static void RoundTrips(string query)
    {
        QueryNode root = QueryParser.Parse(query, Generous).Root;
        string printed = root.ToString();

        QueryNode again = QueryParser.Parse(printed, Generous).Root;

        Assert.True(root.Equals(again), $"'{query}' was read as '{printed}', which is read as '{again}'");
    }
}
