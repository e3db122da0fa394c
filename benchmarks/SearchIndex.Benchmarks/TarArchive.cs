using System.Diagnostics;

namespace SearchIndex.Benchmarks;

/// <summary>Unpacks the archives of the shared material with the system's <c>tar</c>: .NET's own reader refuses names with line breaks.</summary>
internal static class TarArchive
{
    /// <summary>Unpacks a <c>.tar.gz</c> into a new temporary folder and returns it.</summary>
    public static string Unpack(string archive)
    {
        string folder = Directory.CreateTempSubdirectory("searchindex-bench-").FullName;
        using Process tar = Process.Start("tar", ["-xzf", archive, "-C", folder]);
        tar.WaitForExit();
        return tar.ExitCode == 0 ? folder : throw new InvalidDataException($"tar cannot unpack {archive}: exit code {tar.ExitCode}");
    }
}
