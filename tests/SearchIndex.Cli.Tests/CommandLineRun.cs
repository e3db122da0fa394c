using System.Globalization;
using System.Text.RegularExpressions;
using SearchIndex.Testing;

namespace SearchIndex.Cli.Tests;

/// <summary>Runs the real command in this process, in a folder of its own, and keeps what it printed.</summary>
internal sealed partial class CommandLineRun : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
    private readonly StringWriter _error = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
    private readonly Terminal _terminal;

    public CommandLineRun()
    {
        _terminal = new Terminal(TextWriter.Synchronized(_output), TextWriter.Synchronized(_error));
    }

    /// <summary>Gets what went to standard output.</summary>
    public string Output => Read(_terminal.Output, _output);

    /// <summary>Gets what went to standard error.</summary>
    public string Error => Read(_terminal.Error, _error);

    /// <summary>Gets the folder of the index that is taken when none is named.</summary>
    public string Index => _folder.At("index-data", "index");

    /// <summary>Gets the folder of the sample archive.</summary>
    public string Articles => _folder.At("index-data", "articles");

    /// <summary>Returns a path in the folder the command is called in.</summary>
    public string At(string name) => _folder.At(name);

    /// <summary>Writes a sample article.</summary>
    public CommandLineRun Add(string name, string title, params string[] paragraphs)
    {
        string body = string.Concat(paragraphs.Select(paragraph => $"<p>{paragraph}</p>\n"));
        _folder.Write($"index-data/articles/{name}", $"<!--1683770436640-->\n[{title}](https://www.dw.com/zh/{name})\n------\n\n<div>{body}</div>\n");
        return this;
    }

    /// <summary>Writes a file that need not be an article.</summary>
    public CommandLineRun AddFile(string name, string text)
    {
        _folder.Write($"index-data/articles/{name}", text);
        return this;
    }

    /// <summary>Runs the command and returns its exit code; what was printed before is forgotten.</summary>
    public Task<int> RunAsync(string[] arguments, CancellationToken cancellation = default)
    {
        _output.GetStringBuilder().Clear();
        _error.GetStringBuilder().Clear();
        return new CommandLine(_terminal, new DataFolders(_folder.Path, _folder.Path)).RunAsync(arguments, cancellation);
    }

    /// <summary>Serves until <paramref name="visit"/> is done, and returns the exit code.</summary>
    public async Task<int> ServeAsync(string[] arguments, Func<HttpClient, Task> visit)
    {
        using var stop = new CancellationTokenSource();
        using var patience = new CancellationTokenSource(Patience);
        Task<int> serving = Task.Run(() => RunAsync(arguments, stop.Token));
        try
        {
            using var client = new HttpClient { BaseAddress = await AddressAsync(serving, patience.Token) };
            await visit(client);
        }
        finally
        {
            await stop.CancelAsync();
        }

        return await serving;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
        _folder.Dispose();
    }

    private async Task<Uri> AddressAsync(Task<int> serving, CancellationToken patience)
    {
        while (true)
        {
            Assert.False(serving.IsCompleted, Error);
            if (PageAddress().Match(Output) is { Success: true } match)
            {
                return new Uri(match.Groups[1].Value);
            }

            await Task.Delay(Pause, patience);
        }
    }

    [GeneratedRegex(@"^search page +(http://\S+)\n")]
    private static partial Regex PageAddress();

    /// <summary>Reads what a command that still runs may be writing to; synchronized writers lock themselves.</summary>
    private static string Read(TextWriter synchronized, StringWriter writer)
    {
        lock (synchronized)
        {
            return writer.ToString();
        }
    }
}
