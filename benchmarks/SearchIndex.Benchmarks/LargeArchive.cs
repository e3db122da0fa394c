using System.Globalization;
using System.Text;
using SearchIndex.News.Ingest;

namespace SearchIndex.Benchmarks;

/// <summary>An archive made larger: each round writes all files once more, in a folder of its own, with other URLs.</summary>
internal static class LargeArchive
{
    /// <summary>Writes as many files as wanted, with the times of their models, and returns their paths.</summary>
    public static string[] Write(string archive, string folder, int count)
    {
        SourceFile[] models = [.. SourceFolder.Enumerate([archive], CancellationToken.None)];
        var paths = new string[count];
        Parallel.For(0, count, i =>
        {
            SourceFile model = models[i % models.Length];
            string round = (i / models.Length).ToString(CultureInfo.InvariantCulture);
            string path = Path.Combine(folder, "round-" + round, model.RelativePath);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, WithOtherUrl(File.ReadAllBytes(model.FullPath), round));
            File.SetLastWriteTimeUtc(path, model.LastWriteUtc);
            paths[i] = path;
        });
        return paths;
    }

    private static byte[] WithOtherUrl(byte[] bytes, string round)
    {
        string text = TextDecoder.DecodeHead(bytes);
        if (HeadParser.Parse(text).Url is not { Length: > 0 } url || !Encoding.UTF8.GetBytes(text).AsSpan().SequenceEqual(bytes))
        {
            return bytes; // Without a URL the path tells it apart; what is no UTF-8 stays as it is.
        }

        string other = url + (url.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "round=" + round;
        return Encoding.UTF8.GetBytes(text.Replace(url, other, StringComparison.Ordinal));
    }
}
