using System.Diagnostics;
using System.Globalization;
using SearchIndex.Engine.Index;
using SearchIndex.News;
using SearchIndex.News.Query;
using SearchIndex.News.Tests.Updates;

namespace SearchIndex.Cli.Tests;

/// <summary>
/// The real thing: <c>searchindex update</c> as a process of its own, killed (SIGKILL) at a random moment, again and again over one archive
/// that changes at random. After each kill nothing of the index is corrupt (files of the interrupted run may lie beside it), and it holds
/// the last acknowledged state or the new one, whole; an update afterwards completes, leaves no file behind, and the index is clean. Half of the kills come anywhere in the life of the process, half after it began
/// to write.
/// </summary>
internal sealed class KilledUpdates
{
    private const int FirstFiles = 60;
    private const int MostOperations = 40;
    private const double LatestMoment = 1.4;

    /// <summary>So much of the usual time lies between the first new file and the end, and a little more.</summary>
    private const double LongestAim = 0.6;

    /// <summary>128 and the number of SIGKILL.</summary>
    private const int KilledExitCode = 137;

    private readonly Random _random;
    private readonly RandomArchive _archive;
    private readonly string _program;
    private readonly string _articles;
    private readonly string _index;
    private TimeSpan _usual;
    private string[] _acknowledged = [];

    /// <summary>Prepares.</summary>
    /// <param name="program">The assembly of the command line.</param>
    /// <param name="folder">An empty folder to work in.</param>
    /// <param name="seed">Decides everything but the speed of the machine.</param>
    public KilledUpdates(string program, string folder, int seed)
    {
        _program = program;
        _random = new Random(seed);
        _articles = Path.Combine(folder, "articles");
        _index = Path.Combine(folder, "index");
        _archive = new RandomArchive(_articles, _random);
    }

    /// <summary>Gets how often the process ended before it was killed.</summary>
    public int EndedFirst { get; private set; }

    /// <summary>Gets how often the old state was found after a kill.</summary>
    public int FoundOld { get; private set; }

    /// <summary>Gets how often the new state was found after a kill.</summary>
    public int FoundNew { get; private set; }

    /// <summary>Gets how often a killed process had begun to write.</summary>
    public int KilledWhileWriting { get; private set; }

    /// <summary>Makes the archive and its first index, by a process that is left alone.</summary>
    public async Task BeginAsync()
    {
        _archive.Change(FirstFiles);
        long started = Stopwatch.GetTimestamp();
        using Process process = Start();
        await process.WaitForExitAsync();
        _usual = Stopwatch.GetElapsedTime(started);
        Demand(process.ExitCode == 0, $"the first update ended with {process.ExitCode}");
        _acknowledged = IndexContents.Read(_index);
    }

    /// <summary>Changes the archive, starts an update, kills it, and checks what it left.</summary>
    /// <exception cref="InvalidOperationException">The index is not what was promised.</exception>
    public async Task KillOnceAsync()
    {
        string done = _archive.Change(_random.Next(1, MostOperations));
        HashSet<string> before = [.. Directory.GetFiles(_index)];
        using Process process = Start();
        bool aims = _random.Next(2) == 0;
        if (aims)
        {
            await UntilWritingAsync(process, before);
        }

        double moment = _random.NextDouble();
        await WaitAsync(process, moment * (aims ? LongestAim : LatestMoment) * _usual);
        process.Kill();
        await process.WaitForExitAsync();
        bool ended = process.ExitCode == 0;
        Demand(ended || process.ExitCode == KilledExitCode, $"the update ended with {process.ExitCode}: {done}");
        bool wrote = !ended && !before.SetEquals(Directory.GetFiles(_index));

        string[] found = Check(done);
        string[] wanted = await CompleteAsync(done);
        Demand(found.SequenceEqual(wanted) || (!ended && found.SequenceEqual(_acknowledged)), $"neither the old state nor the new: {done}");
        Count(ended, wrote, isNew: found.SequenceEqual(wanted));
        _acknowledged = wanted;
    }

    private static void Demand(bool holds, string problem)
    {
        if (!holds)
        {
            throw new InvalidOperationException(problem);
        }
    }

    private static async Task WaitAsync(Process process, TimeSpan time)
    {
        using var end = new CancellationTokenSource(time);
        try
        {
            await process.WaitForExitAsync(end.Token);
        }
        catch (OperationCanceledException)
        {
            return; // Still running, as it should.
        }
    }

    private void Count(bool ended, bool wrote, bool isNew)
    {
        EndedFirst += ended ? 1 : 0;
        KilledWhileWriting += wrote ? 1 : 0;
        FoundNew += !ended && isNew ? 1 : 0;
        FoundOld += !ended && !isNew ? 1 : 0;
    }

    private Process Start()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in new[] { _program, "update", _articles, "--index", _index, "--json" })
        {
            start.ArgumentList.Add(argument);
        }

        Process process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private async Task UntilWritingAsync(Process process, HashSet<string> before)
    {
        while (!process.HasExited && before.SetEquals(Directory.GetFiles(_index)))
        {
            await WaitAsync(process, TimeSpan.FromMilliseconds(1));
        }
    }

    private string[] Check(string done)
    {
        IndexCheck check = NewsIndexer.Verify(_index);
        Demand(check.Verdict != CheckVerdict.Corrupt, $"{string.Join('\n', check.Lines)}\n{done}");
        using NewsSearcher searcher = NewsSearcher.Open(_index);
        string[] contents = IndexContents.Read(_index);
        int articles = searcher.Stats().Articles;
        Demand(contents.Length == articles, string.Create(CultureInfo.InvariantCulture, $"{contents.Length} documents, {articles} articles: {done}"));
        return contents;
    }

    private async Task<string[]> CompleteAsync(string done)
    {
        await NewsIndexer.UpdateAsync([_articles], _index, new UpdateOptions(), progress: null, CancellationToken.None);
        string[] wanted = Check(done);
        Demand(NewsIndexer.Verify(_index).Clean, $"not clean after an update that completed: {done}");
        string[] leaks = IndexContents.Leaks(_index);
        Demand(leaks.Length == 0, $"left behind: {string.Join(' ', leaks)}: {done}");
        return wanted;
    }
}
