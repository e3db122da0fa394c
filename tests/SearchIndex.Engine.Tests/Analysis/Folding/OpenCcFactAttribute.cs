using System.Diagnostics;
using SearchIndex.Testing;

namespace SearchIndex.Engine.Tests.Analysis.Folding;

/// <summary>A test that the program <c>opencc</c> judges; skipped with the reason where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OpenCcFactAttribute : FactAttribute
{
    private static readonly bool IsInstalled =
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, "opencc")));

    public OpenCcFactAttribute()
    {
        Skip = IsInstalled ? null : "the program opencc is not installed";
    }

    /// <summary>Converts a text with OpenCC's own program.</summary>
    internal static string Convert(string configuration, string text)
    {
        using var folder = new TemporaryFolder();
        string input = folder.Write("input.txt", text);
        string output = folder.At("output.txt");
        using Process process = Process.Start("opencc", ["-c", configuration, "-i", input, "-o", output]);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return File.ReadAllText(output);
    }
}
