using System.CommandLine;
using System.Globalization;
using SearchIndex.News.Query;
using SearchIndex.News.Variants;

namespace SearchIndex.Cli;

/// <summary><c>searchindex variants mine</c>: looks in the articles for names in letters behind Chinese ones.</summary>
internal sealed class VariantsMineCommand
{
    /// <summary>The name of the command.</summary>
    public const string Name = "mine";

    private readonly Terminal _terminal;
    private readonly DataFolders _folders;
    private readonly Option<string> _index = IndexOption.Create();
    private readonly Option<string> _variants = VariantsOption.Create();
    private readonly Option<bool> _pairs = new("--pairs")
    {
        Description = "Print all pairs of a Chinese form and a name in letters: count, form, name. Default: lines for the file of variants.",
    };

    public VariantsMineCommand(Terminal terminal, DataFolders folders)
    {
        _terminal = terminal;
        _folders = folders;
    }

    /// <summary>Returns the command.</summary>
    public Command Create()
    {
        var command = new Command(Name, "Look in the articles for names in letters that stand behind different Chinese forms.") { _index, _variants, _pairs };
        command.SetAction((parse, cancellation) => Task.Run(() => Run(parse, cancellation), cancellation));
        return command;
    }

    private int Run(ParseResult parse, CancellationToken cancellation)
    {
        VariantTable table = VariantsOption.Load(parse.GetValue(_variants));
        var miner = new NameMiner(table);
        using (VariantIndex articles = VariantIndex.Open(IndexOption.PathOf(parse, _index, _folders)))
        {
            foreach (string body in articles.Bodies())
            {
                cancellation.ThrowIfCancellationRequested();
                miner.Add(body);
            }
        }

        IEnumerable<string> lines = parse.GetValue(_pairs) ? Pairs(miner.Pairs()) : VariantCandidates.Lines(miner.Pairs(), table);
        foreach (string line in lines)
        {
            _terminal.Output.WriteLine(string.Join('\t', line.Split('\t').Select(VisibleText.Escape)));
        }

        return ExitCode.Ok;
    }

    private static IEnumerable<string> Pairs(IEnumerable<NamePair> pairs) =>
        pairs.SelectMany(pair => pair.Forms.Select(form => (form.Count, form.Text, pair.Letters)))
            .OrderByDescending(pair => pair.Count)
            .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Count}\t{pair.Text}\t{pair.Letters}"));
}
