using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using SearchIndex.News.Query;

namespace SearchIndex.Cli;

/// <summary><c>searchindex stats</c>: says what the index holds.</summary>
internal sealed class StatsCommand
{
    /// <summary>The name of the command.</summary>
    public const string Name = "stats";

    private const double BytesPerMegabyte = 1_000_000;

    /// <summary>The columns of a name; ids of outlets are often the names of hosts.</summary>
    private const int NameWidth = 28;

    private readonly Terminal _terminal;
    private readonly DataFolders _folders;
    private readonly Option<string> _index = IndexOption.Create();
    private readonly Option<bool> _json = JsonOption.Create();

    public StatsCommand(Terminal terminal, DataFolders folders)
    {
        _terminal = terminal;
        _folders = folders;
    }

    /// <summary>Returns the command.</summary>
    public Command Create()
    {
        var command = new Command(Name, "Say what the index holds.") { _index, _json };
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parse)
    {
        using NewsSearcher searcher = NewsSearcher.Open(IndexOption.PathOf(parse, _index, _folders));
        IndexStats stats = searcher.Stats();
        if (parse.GetValue(_json))
        {
            _terminal.Output.WriteLine(JsonSerializer.Serialize(stats, NewsJson.Readable));
        }
        else
        {
            Print(stats);
        }

        return ExitCode.Ok;
    }

    private void Print(IndexStats stats)
    {
        Line("articles", $"{stats.Articles}");
        Line("copies", $"{stats.Copies}");
        Line("problems", $"{stats.Problems}");
        Line("from", $"{stats.Oldest?.UtcDateTime:yyyy-MM-dd}");
        Line("to", $"{stats.Newest?.UtcDateTime:yyyy-MM-dd}");
        Line("segments", $"{stats.Segments}");
        Line("size", $"{stats.SizeBytes / BytesPerMegabyte:0.0} MB");
        Line("generation", $"{stats.Generation}");
        Line("built", $"{stats.BuiltAt?.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}");
        _terminal.Output.WriteLine("scripts");
        foreach ((string script, int articles) in stats.Scripts)
        {
            Line("  " + script, $"{articles}");
        }

        _terminal.Output.WriteLine("outlets");
        foreach (OutletCount outlet in stats.Outlets)
        {
            Line("  " + VisibleText.Escape(outlet.Id), $"{outlet.Articles}  {VisibleText.Escape(outlet.Name)}");
        }
    }

    private void Line(string name, FormattableString value) =>
        _terminal.Output.WriteLine($"{name,-NameWidth}{value.ToString(CultureInfo.InvariantCulture)}");
}
