namespace SearchIndex.Testing;

/// <summary>A new empty folder that goes away with the test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>Creates the folder below the system's temporary folder.</summary>
    public TemporaryFolder()
    {
        Path = Directory.CreateTempSubdirectory("searchindex-test-").FullName;
    }

    /// <summary>Gets the full path.</summary>
    public string Path { get; }

    /// <summary>Returns the path of something in the folder.</summary>
    public string At(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>Writes a text file in the folder, with the folders it needs, and returns its path.</summary>
    public string Write(string name, string text)
    {
        string path = At(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A file may still be mapped on Windows; the system cleans its temporary folder.
        }
    }
}
