using System.CommandLine;
using System.IO.Compression;
using System.Security.Cryptography;

namespace SearchIndex.Tools.SmartCn;

/// <summary>The command <c>lexicon</c>: makes the compact lexicon from the dictionaries in Lucene's jar.</summary>
internal static class LexiconCommand
{
    private const string Folder = "org/apache/lucene/analysis/cn/smart/hhmm/";
    private const string CoreDictionaryHash = "17c90340b76859b86de7b8f22bdf22b004a1e508e603d5f3845698965104f1ac";
    private const string PairDictionaryHash = "4d45d73ea4195f006bdae176d71e9255162427839dd1888749dc9d1670369540";

    // What the dictionaries of these hashes give (spec 12 to 14).
    private const int AllWordCount = 85_607;
    private const int AllPairCount = 328_856;
    private const int WordCount = 85_536;
    private const int PairCount = 318_072;
    private const int DelimiterCount = 36;

    internal static Command Create()
    {
        var jar = new Option<FileInfo>("--jar")
        {
            Description = "lucene-analyzers-smartcn-8.7.0.jar, or any jar with the same dictionaries.",
            Required = true,
        };
        var output = new Option<FileInfo>("--output") { Description = "The lexicon to write, lexicon.br.", Required = true };
        var command = new Command("lexicon", "Makes the SmartCn lexicon; takes half a minute on two cores.") { jar, output };
        command.SetAction(parsed =>
            Run(parsed.GetRequiredValue(jar), parsed.GetRequiredValue(output), parsed.InvocationConfiguration.Output));
        return command;
    }

    /// <summary>Compresses as the resource is compressed.</summary>
    internal static byte[] Compress(byte[] packed)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.SmallestSize))
        {
            brotli.Write(packed);
        }

        return compressed.ToArray();
    }

    private static void Run(FileInfo jar, FileInfo output, TextWriter report)
    {
        using ZipArchive archive = ZipFile.OpenRead(jar.FullName);
        Dictionary<string, int> words = CoreDictionary.Read(ReadEntry(archive, "coredict.mem", CoreDictionaryHash));
        PairHashes hashes = PairHashes.Read(ReadEntry(archive, "bigramdict.mem", PairDictionaryHash));
        Check("words in the jar", words.Count, AllWordCount);
        Check("pairs in the jar", hashes.Count, AllPairCount);

        LexiconContents contents = LexiconConverter.Convert(words, hashes);
        Check("words of Han characters", contents.Words.Length, WordCount);
        Check("delimiters", contents.Delimiters.Length, DelimiterCount);
        Check("pairs", contents.PairCount, PairCount);

        byte[] packed = LexiconPacker.Pack(contents);
        byte[] compressed = Compress(packed);
        File.WriteAllBytes(output.FullName, compressed);
        report.WriteLine($"{output.FullName}: {packed.Length} bytes, {compressed.Length} compressed");
    }

    private static byte[] ReadEntry(ZipArchive archive, string name, string expectedHash)
    {
        ZipArchiveEntry entry = archive.GetEntry(Folder + name) ?? throw new InvalidDataException($"the jar has no {Folder + name}");
        using Stream stream = entry.Open();
        var bytes = new byte[entry.Length];
        stream.ReadExactly(bytes);
        string hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return hash == expectedHash ? bytes : throw new InvalidDataException($"{name} has the SHA-256 {hash}, {expectedHash} was expected");
    }

    private static void Check(string what, int found, int expected)
    {
        if (found != expected)
        {
            throw new InvalidDataException($"{found} {what}, {expected} were expected");
        }
    }
}
