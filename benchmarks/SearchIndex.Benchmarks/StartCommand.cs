using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using SearchIndex.Testing;

namespace SearchIndex.Benchmarks;

/// <summary>
/// How long does a process take from its start to its first page of results? Ours is the product itself, <c>searchindex search</c>, which
/// parses the question and shows ten hits with title, URL and passages; Java is the program <c>FirstAnswer</c>, which asks for the same
/// text. In turns; the time runs from the launch until the process has ended. The files lie in the cache of the system.
/// </summary>
internal static class StartCommand
{
    // A name is one phrase; a longer question takes both analyzers, so both lexicons.
    private static readonly (string Name, string JavaForm, string Text, string[] Options)[] Questions =
    [
        ("name", "phrase", "联合国", []),
        ("question of words and bigrams", "any", "世界各国的经济发展和国际关系", ["--any"]),
    ];

    // Java has neither regional variants nor groups of versions.
    private static readonly string[] SameWork = ["--variants", "off", "--collapse", "off"];

    public static Command Create()
    {
        var archive = new Argument<string>("archive") { Description = "a folder of articles, or a .tar.gz of them" };
        var index = new Option<string?>("--index") { Description = "keep the index in this folder, and use it when it is there" };
        var rounds = new Option<int>("--rounds") { Description = "how often each side starts", DefaultValueFactory = _ => 15 };
        var command = new Command("start", "time from the start of a process to its first page, beside Apache Lucene") { archive, index, rounds };
        command.SetAction(parse => BenchmarkIndex.Use(
            parse.GetValue(archive)!, 1, parse.GetValue(index), folder => Run(folder, parse.GetValue(rounds))));
        return command;
    }

    private static int Run(string folder, int rounds)
    {
        string characters = Path.GetTempFileName();
        CharacterTable.Write(characters);
        bool races = Needs.JavaLucene is null;
        Console.WriteLine("| question | ours p50 ms | Java p50 ms | ratio |");
        Console.WriteLine("|---|---:|---:|---:|");
        foreach ((string name, string form, string text, string[] options) in Questions)
        {
            var ours = new List<double>();
            var java = new List<double>();
            for (int round = 0; round < rounds; round++)
            {
                ours.Add(CommandLineProgram.Run(["search", text, .. options, .. SameWork, "--index", folder]).Time.TotalMilliseconds);
                if (races)
                {
                    java.Add(MillisecondsOfJava(folder, characters, form, text));
                }
            }

            string javaCells = races ? string.Create(CultureInfo.InvariantCulture, $"{MedianOf(java):F0} | {MedianOf(ours) / MedianOf(java):F2}") : "|";
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {MedianOf(ours):F0} | {javaCells} |"));
        }

        File.Delete(characters);
        return races ? 0 : 1;
    }

    private static double MillisecondsOfJava(string folder, string characters, string form, string text)
    {
        string classPath = JavaLuceneJudge.Compile() + Path.PathSeparator + JavaLuceneJudge.Jars;
        string[] arguments = ["-Dfile.encoding=UTF-8", "-cp", classPath, "FirstAnswer", folder, characters, form, text];
        var start = new ProcessStartInfo("java", arguments) { RedirectStandardOutput = true };
        long started = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        double milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        return process.ExitCode == 0 ? milliseconds : throw new InvalidOperationException($"FirstAnswer ended with {process.ExitCode}");
    }

    private static double MedianOf(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
