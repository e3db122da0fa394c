using System.CommandLine;
using SearchIndex.Engine.Index;
using SearchIndex.News;
using SearchIndex.News.Query;
using SearchIndex.News.Verification;

namespace SearchIndex.Cli;

/// <summary>
/// <c>searchindex verify</c>: reads the index whole and says whether it is sound; with <c>--repair</c> drops what is not, with
/// <c>--against</c> says whether it is the one it should be.
/// </summary>
internal sealed class VerifyCommand
{
    /// <summary>The name of the command.</summary>
    public const string Name = "verify";

    private readonly Terminal _terminal;
    private readonly DataFolders _folders;
    private readonly Option<string> _index = IndexOption.Create();
    private readonly Option<bool> _repair = new("--repair")
    {
        Description = "Drop segments that are broken, with their articles, after a copy of the index.",
    };

    private readonly Option<string> _against = new("--against")
    {
        Description = "Name what differs from a manifest, or from another index.",
        HelpName = "PATH",
    };

    private readonly Option<string> _writeManifest = new("--write-manifest")
    {
        Description = "Write the files of the index with their hashes, unless it is damaged.",
        HelpName = "FILE",
    };

    public VerifyCommand(Terminal terminal, DataFolders folders)
    {
        _terminal = terminal;
        _folders = folders;
    }

    /// <summary>Returns the command.</summary>
    public Command Create()
    {
        var command = new Command(Name, "Read the index whole and say whether it is sound.") { _index, _repair, _against, _writeManifest };
        command.SetAction((parse, cancellation) => Task.Run(() => Run(parse, cancellation), cancellation));
        return command;
    }

    private int Run(ParseResult parse, CancellationToken cancellation)
    {
        string index = IndexOption.PathOf(parse, _index, _folders);
        IndexManifest? expected = LoadManifest(parse.GetValue(_against));
        IndexCheck check = parse.GetValue(_repair) ? NewsIndexer.Repair(index, cancellation) : NewsIndexer.Verify(index, cancellation);
        Print(check);
        WriteManifest(parse.GetValue(_writeManifest), index, check, cancellation);
        CheckVerdict verdict = check.Verdict;
        if (parse.GetValue(_against) is { } against)
        {
            IndexCheck comparison = Compare(index, check, expected, against, cancellation);
            Print(comparison);
            verdict = (CheckVerdict)Math.Max((int)verdict, (int)comparison.Verdict);
        }

        return verdict switch
        {
            CheckVerdict.Clean => ExitCode.Ok,
            CheckVerdict.Drift => ExitCode.Drift,
            _ => ExitCode.Corrupt,
        };
    }

    /// <summary>Returns the manifest that a path names; null when it is the folder of an index, or there is no path.</summary>
    private static IndexManifest? LoadManifest(string? path)
    {
        if (path is null || Directory.Exists(path))
        {
            return null;
        }

        ArticlePaths.ThrowIfMissing([path]);
        try
        {
            return IndexManifest.Parse(File.ReadAllText(path));
        }
        catch (FormatException problem)
        {
            throw new UsageException(VisibleText.Escape($"{path} is no manifest of an index: {problem.Message}"));
        }
    }

    private static IndexCheck Compare(string index, IndexCheck check, IndexManifest? expected, string against, CancellationToken cancellation)
    {
        if (expected is null && check.Verdict != CheckVerdict.Corrupt)
        {
            return NewsIndexer.Compare(index, against, cancellation);
        }

        // The files of a damaged index can be compared, its articles cannot.
        return NewsIndexer.Compare(index, expected ?? IndexManifest.Of(against, cancellation), cancellation);
    }

    private void WriteManifest(string? path, string index, IndexCheck check, CancellationToken cancellation)
    {
        if (path is null)
        {
            return;
        }

        if (check.Verdict == CheckVerdict.Corrupt)
        {
            _terminal.Error.WriteLine("searchindex: the index is damaged, no manifest is written");
            return;
        }

        File.WriteAllText(path, IndexManifest.Of(index, cancellation).ToText());
    }

    private void Print(IndexCheck check)
    {
        foreach (string line in check.Lines)
        {
            _terminal.Output.WriteLine(VisibleText.Escape(line));
        }
    }
}
