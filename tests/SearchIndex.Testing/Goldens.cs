using Xunit.Sdk;

namespace SearchIndex.Testing;

/// <summary>Compares text with a file kept in the repository; <c>UPDATE_GOLDENS=1</c> rewrites the file instead.</summary>
public static class Goldens
{
    /// <summary>Compares <paramref name="actual"/> with the file at <paramref name="path"/> below the root of the checkout.</summary>
    public static void Verify(string path, string actual)
    {
        string file = RepositoryFolder.At(path);
        string normalized = actual.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDENS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, normalized);
            return;
        }

        string expected = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : string.Empty;
        if (expected != normalized)
        {
            throw new XunitException($"{path} differs; set UPDATE_GOLDENS=1 to accept.\n--- expected\n{expected}\n--- actual\n{normalized}");
        }
    }
}
