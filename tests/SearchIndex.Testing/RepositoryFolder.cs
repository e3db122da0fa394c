namespace SearchIndex.Testing;

/// <summary>Finds the folders that tests read from.</summary>
public static class RepositoryFolder
{
    /// <summary>Gets the root of the checkout: the folder that holds <c>SearchIndex.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Gets the folder of shared material beside the checkout; it need not exist.</summary>
    public static string Shared { get; } =
        Environment.GetEnvironmentVariable("SEARCHINDEX_SHARED") is { Length: > 0 } named
            ? Path.GetFullPath(named)
            : Path.GetFullPath(Path.Combine(Root, "..", "shared"));

    /// <summary>Gets whether the shared material is there.</summary>
    public static bool HasShared => Directory.Exists(Path.Combine(Shared, "seeds"));

    /// <summary>Returns a path below the root.</summary>
    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Returns a path below the shared folder.</summary>
    public static string AtShared(params string[] parts) => Path.Combine([Shared, .. parts]);

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SearchIndex.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"no SearchIndex.sln above {AppContext.BaseDirectory}");
    }
}
