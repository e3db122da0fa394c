using SearchIndex.Testing;

namespace SearchIndex.Cli.Tests;

/// <summary>The command line in the configuration that the tests were built in, to be run as a process of its own.</summary>
internal static class BuiltProgram
{
    /// <summary>Gets the folder with the program <c>searchindex</c>.</summary>
    public static string Folder { get; } =
        RepositoryFolder.At("artifacts", "bin", "SearchIndex.Cli", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)));

    /// <summary>Gets its assembly.</summary>
    public static string Assembly { get; } = Path.Combine(Folder, "searchindex.dll");

    /// <summary>Gets the starter, which has the name that people type.</summary>
    public static string Starter { get; } = Path.Combine(Folder, OperatingSystem.IsWindows() ? "searchindex.exe" : "searchindex");
}
