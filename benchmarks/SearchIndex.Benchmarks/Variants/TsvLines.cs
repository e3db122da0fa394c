namespace SearchIndex.Benchmarks.Variants;

/// <summary>Reads the lists of the measurement: a line each, columns parted by tabs, comments behind <c>#</c>.</summary>
internal static class TsvLines
{
    public static IEnumerable<string[]> Read(string path) =>
        File.ReadLines(path).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'));
}
