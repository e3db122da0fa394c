using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using SearchIndex.Engine.Analysis;
using SearchIndex.Engine.Analysis.SmartCn;
using SearchIndex.Testing;

namespace SearchIndex.Engine.Tests.Analysis.SmartCn;

/// <summary>Real news and odd strings, cut by Apache Lucene's own analyzer and by ours.</summary>
public sealed class SmartChineseJudgeTests
{
    private const int FileCount = 500;
    private const int RandomTextCount = 400;

    [JavaLuceneFact(needsShared: true)]
    public void IncrementToken_NewsFiles_EqualsLucene()
    {
        using var folder = new TemporaryFolder();
        UnpackNews(folder.At("texts"));

        CompareWithLucene(folder, useDefaultStopWords: true);
    }

    [JavaLuceneFact]
    public void IncrementToken_RandomTexts_EqualsLucene()
    {
        const int Seed = 1990;
        using var folder = new TemporaryFolder();
        var random = new Random(Seed);
        PackedLexicon lexicon = PackedLexicon.Parse(SmartCnLexicon.ReadPacked());
        for (int number = 0; number < RandomTextCount; number++)
        {
            folder.Write(Path.Combine("texts", number.ToString("D5", CultureInfo.InvariantCulture)), RandomText(random, lexicon));
        }

        CompareWithLucene(folder, useDefaultStopWords: false);
    }

    private static void CompareWithLucene(TemporaryFolder folder, bool useDefaultStopWords)
    {
        string output = folder.At("tokens.txt");
        string mode = useDefaultStopWords ? "stop" : "nostop";
        JudgeResult result = JavaLuceneJudge.RunProgram("SmartCnTokens", folder.At("texts"), output, mode);
        Assert.True(result.ExitCode == 0, result.Output);

        TokenStream stream = new SmartChineseAnalyzer(useDefaultStopWords).CreateTokenStream("body");
        using StreamReader expected = File.OpenText(output);
        foreach (string file in Directory.GetFiles(folder.At("texts")).Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileName(file);
            Assert.Equal("# " + name, expected.ReadLine());
            stream.Reset(Encoding.UTF8.GetString(File.ReadAllBytes(file)).AsMemory());
            while (stream.IncrementToken())
            {
                string token = $"{ToHex(stream.Term)}\t{stream.StartOffset}\t{stream.EndOffset}\t{stream.PositionIncrement}";
                Assert.Equal((name, expected.ReadLine()), (name, token));
            }

            Assert.Equal((name, expected.ReadLine()), (name, $"= {stream.FinalOffset}\t{stream.FinalPositionIncrement}"));
        }

        Assert.Null(expected.ReadLine());
    }

    private static void UnpackNews(string folder)
    {
        Directory.CreateDirectory(folder);
        using FileStream archive = File.OpenRead(RepositoryFolder.AtShared("eval", "news.tar.gz"));
        using var unpacked = new GZipStream(archive, CompressionMode.Decompress);
        using var reader = new TarReader(unpacked);
        for (int number = 0; number < FileCount && reader.GetNextEntry() is { } entry;)
        {
            if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile)
            {
                entry.ExtractToFile(Path.Combine(folder, number.ToString("D5", CultureInfo.InvariantCulture)), overwrite: false);
                number++;
            }
        }

        Assert.Equal(FileCount, Directory.GetFiles(folder).Length);
    }

    private static string RandomText(Random random, PackedLexicon lexicon)
    {
        string[] odd =
            ["，", "。", "！", "”", ".", ". ", ",", "?", "\"", " ", "　", "\n", "\r\n", "A", "windows", "ing", "ＡＢ", "１２", "12", "é", "々", "〇",
             "𠮷", "😀", "\u200B", "\u2029", "\u0301", "ー", "①", "臺", "囝", "@", "（", "）", "\uFFFF", "\u00A0"];
        var text = new StringBuilder();
        for (int part = random.Next(600); part > 0; part--)
        {
            switch (random.Next(4))
            {
                case 0:
                    text.Append(odd[random.Next(odd.Length)]);
                    break;
                case 1:
                    text.Append((char)random.Next(0x20, 0xD800));
                    break;
                default:
                    text.Append(lexicon.Word(random.Next(lexicon.WordCount)));
                    break;
            }
        }

        return text.ToString();
    }

    private static string ToHex(ReadOnlySpan<char> term)
    {
        var hex = new StringBuilder();
        foreach (char unit in term)
        {
            hex.Append(((int)unit).ToString("X4", CultureInfo.InvariantCulture));
        }

        return hex.ToString();
    }
}
