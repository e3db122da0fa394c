namespace SearchIndex.Cli;

/// <summary>
/// Finds the folder <c>index-data</c>: in the current folder, else beside <c>SearchIndex.sln</c> above the program, so that the command works
/// from anywhere within a checkout.
/// </summary>
internal sealed class DataFolders
{
    private const string DataFolder = "index-data";

    private readonly string _data;

    /// <summary>Creates the finder.</summary>
    /// <param name="currentFolder">The folder the command was called in.</param>
    /// <param name="programFolder">The folder the program lies in.</param>
    public DataFolders(string currentFolder, string programFolder)
    {
        string here = Path.Combine(currentFolder, DataFolder);
        string? checkout = Directory.Exists(here) ? null : FindCheckout(programFolder);
        _data = checkout is null ? here : Path.Combine(checkout, DataFolder);
    }

    /// <summary>Gets the folder of the index when none is named.</summary>
    public string DefaultIndex => Path.Combine(_data, "index");

    /// <summary>Gets the file of keys when none is named.</summary>
    public string DefaultKeys => Path.Combine(_data, "keys.json");

    /// <summary>Gets the folder of the sample articles, or null when they are not here.</summary>
    public string? SampleArticles
    {
        get
        {
            string articles = Path.Combine(_data, "articles");
            return Directory.Exists(articles) ? articles : null;
        }
    }

    private static string? FindCheckout(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SearchIndex.sln")))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
