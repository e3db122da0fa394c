using System.Text.Json;
using SearchIndex.Engine.Analysis;
using SearchIndex.Engine.Analysis.SmartCn;
using SearchIndex.Testing;

namespace SearchIndex.Engine.Tests.Analysis.SmartCn;

/// <summary>The 975 vectors that Apache Lucene's analyzer gave, with its default stop set and with none.</summary>
public sealed class SmartChineseGoldenTests
{
    private const int VectorCount = 975;

    [SharedFact]
    public void IncrementToken_DefaultStopWords_EqualsGoldenVectors() => CheckAll(useDefaultStopWords: true, "tokens", "end");

    [SharedFact]
    public void IncrementToken_NoStopWords_EqualsGoldenVectors() => CheckAll(useDefaultStopWords: false, "tokens_nostop", "end_nostop");

    private static void CheckAll(bool useDefaultStopWords, string tokensName, string endName)
    {
        TokenStream stream = new SmartChineseAnalyzer(useDefaultStopWords).CreateTokenStream("body");
        int count = 0;
        foreach (string line in File.ReadLines(RepositoryFolder.AtShared("spec", "smartcn-golden.jsonl")))
        {
            using JsonDocument vector = JsonDocument.Parse(line);
            JsonElement root = vector.RootElement;
            string id = root.GetProperty("id").ToString();
            IEnumerable<TokenRecord> expected = root.GetProperty(tokensName).EnumerateArray().Select(ToRecord);

            List<TokenRecord> actual = Tokens.Read(stream, ReadText(root, "text"));

            Assert.Equal((id, string.Join(' ', expected)), (id, string.Join(' ', actual)));
            JsonElement end = root.GetProperty(endName);
            Assert.Equal(ReadNumber(end, "off"), stream.FinalOffset);
            Assert.Equal(ReadNumber(end, "posInc"), stream.FinalPositionIncrement);
            count++;
        }

        Assert.Equal(VectorCount, count);
    }

    private static TokenRecord ToRecord(JsonElement token) =>
        new(ReadText(token, "t"), ReadNumber(token, "s"), ReadNumber(token, "e"), ReadNumber(token, "posInc"));

    private static int ReadNumber(JsonElement element, string name) => element.GetProperty(name).GetInt32();

    /// <summary>Reads a string; one with lone surrogates stands beside it as numbers.</summary>
    private static string ReadText(JsonElement element, string name) =>
        element.TryGetProperty(name + "16", out JsonElement units)
            ? new string([.. units.EnumerateArray().Select(unit => (char)unit.GetInt32())])
            : element.GetProperty(name).GetString()!;
}
