using System.Diagnostics;

namespace SearchIndex.Testing;

/// <summary>Runs Apache Lucene 8.8.1 from Debian's jars, with assertions on: its CheckIndex, and the programs of <c>tests/judge</c>.</summary>
public static class JavaLuceneJudge
{
    private const string JarFolder = "/usr/share/java";

    private static readonly string[] JarNames =
    [
        "lucene-core-8.7.0.jar", "lucene-analyzers-common-8.7.0.jar", "lucene-analyzers-smartcn-8.7.0.jar", "lucene-misc-8.7.0.jar",
        "lucene-queries-8.7.0.jar", "lucene-highlighter-8.7.0.jar", "lucene-memory-8.7.0.jar",
    ];

    private static readonly Lock CompileLock = new();
    private static string? _classes;

    /// <summary>Gets whether Java, its compiler and the jars are installed.</summary>
    public static bool IsAvailable { get; } =
        File.Exists(Path.Combine(JarFolder, JarNames[0])) && ProgramOnPath.Find("java") is not null && ProgramOnPath.Find("javac") is not null;

    /// <summary>Gets the class path of the jars.</summary>
    public static string Jars { get; } = string.Join(Path.PathSeparator, JarNames.Select(name => Path.Combine(JarFolder, name)));

    /// <summary>Runs CheckIndex with <c>-slow</c> and assertions on a folder.</summary>
    public static JudgeResult CheckIndex(string indexFolder) =>
        Run("java", "-ea:org.apache.lucene...", "-cp", Jars, "org.apache.lucene.index.CheckIndex", indexFolder, "-slow");

    /// <summary>Compiles the programs of <c>tests/judge</c> once and runs the main class of one of them.</summary>
    public static JudgeResult RunProgram(string mainClass, params string[] arguments) =>
        Run("java", ["-ea", "-Xmx2g", "-Dfile.encoding=UTF-8", "-cp", Compile() + Path.PathSeparator + Jars, mainClass, .. arguments]);

    /// <summary>Starts a program of <c>tests/judge</c> that speaks with its caller by standard input and output. The caller ends it.</summary>
    public static Process StartProgram(string mainClass, params string[] arguments)
    {
        string[] command = ["-ea", "-cp", Compile() + Path.PathSeparator + Jars, mainClass, .. arguments];
        var start = new ProcessStartInfo("java", command) { RedirectStandardInput = true, RedirectStandardOutput = true };
        return Process.Start(start) ?? throw new InvalidOperationException("java does not start");
    }

    /// <summary>Compiles the programs of <c>tests/judge</c> once for this process and returns the folder of the classes.</summary>
    public static string Compile()
    {
        lock (CompileLock)
        {
            if (_classes is null)
            {
                string folder = Directory.CreateTempSubdirectory("searchindex-judge-").FullName;
                string[] sources = Directory.GetFiles(RepositoryFolder.At("tests", "judge"), "*.java");
                JudgeResult result = Run("javac", ["-encoding", "UTF-8", "-cp", Jars, "-d", folder, .. sources]);
                _classes = result.ExitCode == 0 ? folder : throw new InvalidOperationException(result.Output);
                AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
            }

            return _classes;
        }
    }

    private static JudgeResult Run(string command, params string[] arguments) => ProgramRun.Run(command, arguments);
}
