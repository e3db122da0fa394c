namespace SearchIndex.Testing;

/// <summary>Finds programs as a shell does.</summary>
public static class ProgramOnPath
{
    /// <summary>Returns the path of a program, or null when it is not installed.</summary>
    public static string? Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
}
