using System.ComponentModel;
using System.Diagnostics;

namespace SearchIndex.Testing;

/// <summary>For each thing that a test may need: null when it is here, else the reason to skip.</summary>
public static class Needs
{
    /// <summary>Gets the reason to skip what reads the shared material.</summary>
    public static string? Shared { get; } =
        RepositoryFolder.HasShared ? null : "the folder 'shared' with corpus and kit is not beside the checkout";

    /// <summary>Gets the reason to skip what Apache Lucene judges.</summary>
    public static string? JavaLucene { get; } =
        JavaLuceneJudge.IsAvailable ? null : "Java 17 (JDK) or the jars of liblucene8-java are not installed";

    /// <summary>Gets the reason to skip what runs in a browser.</summary>
    public static string? Chromium { get; } =
        File.Exists(ChromiumPath) ? null : $"{ChromiumPath} is not installed";

    /// <summary>Gets the reason to skip what needs a small disk of its own.</summary>
    public static string? OwnDisk { get; } = CanMount() ? null : "'unshare -Urm' does not let a process mount a disk of its own";

    /// <summary>Gets where Debian puts Chromium.</summary>
    public static string ChromiumPath => "/usr/bin/chromium";

    /// <summary>Returns the reason to skip what runs a program of the system.</summary>
    public static string? Program(string name) => ProgramOnPath.Find(name) is null ? $"{name} is not installed" : null;

    private static bool CanMount()
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        try
        {
            using Process process = Process.Start("unshare", ["-Urm", "mount", "-t", "tmpfs", "tmpfs", Path.GetTempPath()]);
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false; // There is no such program.
        }
    }
}
