namespace SearchIndex.News.Verification;

/// <summary>Names what differs between two indexes, by the files they consist of.</summary>
internal static class ManifestComparison
{
    /// <summary>Returns a line for each difference; none when the two are the same.</summary>
    /// <param name="here">The index that is verified.</param>
    /// <param name="there">What it should be.</param>
    public static IEnumerable<string> Differences(IndexManifest here, IndexManifest there) => [.. Facts(here, there), .. Files(here, there)];

    private static IEnumerable<string> Facts(IndexManifest here, IndexManifest there)
    {
        Dictionary<string, string> ours = here.Facts.DistinctBy(fact => fact.Key).ToDictionary(StringComparer.Ordinal);
        Dictionary<string, string> theirs = there.Facts.DistinctBy(fact => fact.Key).ToDictionary(StringComparer.Ordinal);
        foreach (string name in theirs.Keys.Union(ours.Keys, StringComparer.Ordinal))
        {
            string our = ours.GetValueOrDefault(name, "nothing");
            string their = theirs.GetValueOrDefault(name, "nothing");
            if (our != their)
            {
                yield return $"{name}: {our}, and {their} there";
            }
        }
    }

    private static IEnumerable<string> Files(IndexManifest here, IndexManifest there)
    {
        Dictionary<string, IndexFile> ours = here.Files.DistinctBy(file => file.Name).ToDictionary(file => file.Name, StringComparer.Ordinal);
        foreach (IndexFile their in there.Files)
        {
            if (!ours.Remove(their.Name, out IndexFile? our))
            {
                yield return $"file {their.Name} is missing";
            }
            else if (our.SizeBytes != their.SizeBytes)
            {
                yield return $"file {our.Name} has {our.SizeBytes} bytes, and {their.SizeBytes} there";
            }
            else if (our.Sha256 != their.Sha256)
            {
                yield return $"file {our.Name} has other bytes: SHA-256 {our.Sha256}, and {their.Sha256} there";
            }
        }

        foreach (string name in ours.Keys.Order(StringComparer.Ordinal))
        {
            yield return $"file {name} is extra";
        }
    }
}
