using System.CommandLine;
using System.Globalization;
using SearchIndex.News.Query;
using SearchIndex.News.Variants;

namespace SearchIndex.Cli;

/// <summary><c>searchindex variants check</c>: says what is wrong with a file of variants, and which forms no article has.</summary>
internal sealed class VariantsCheckCommand
{
    /// <summary>The name of the command.</summary>
    public const string Name = "check";

    private const int NameWidth = 14;

    private readonly Terminal _terminal;
    private readonly Option<string> _variants = VariantsOption.Create();
    private readonly Option<string> _index = new("--index", "-i")
    {
        Description = "Count in this index how many articles have each form. Default: nothing is counted.",
        HelpName = "DIR",
    };

    private readonly Option<bool> _counts = new("--counts")
    {
        Description = "With --index: print the counts of all forms, not only the forms without articles.",
    };

    public VariantsCheckCommand(Terminal terminal)
    {
        _terminal = terminal;
    }

    /// <summary>Returns the command.</summary>
    public Command Create()
    {
        var command = new Command(Name, "Say what is wrong with the file of variants, and which forms no article has.") { _variants, _index, _counts };
        command.SetAction((parse, cancellation) => Task.Run(() => Run(parse, cancellation), cancellation));
        return command;
    }

    private int Run(ParseResult parse, CancellationToken cancellation)
    {
        VariantTable table = VariantsOption.Load(parse.GetValue(_variants));
        string? index = parse.GetValue(_index);
        if (index is null && parse.GetValue(_counts))
        {
            throw new UsageException("--counts needs --index");
        }

        IReadOnlyList<VariantClash> clashes = VariantClashes.Find(table);
        int errors = clashes.Count(clash => clash.Kind == VariantClashKind.InTwoGroups);
        Line("groups", table.Groups.Count);
        Line("forms", table.Groups.Sum(group => group.Forms.Count));
        Line("problems", table.Problems.Count);
        Line("clashes", errors);
        Line("parts", clashes.Count - errors);
        foreach (VariantProblem problem in table.Problems)
        {
            Print($"problem\t{problem}");
        }

        foreach (VariantClash clash in clashes)
        {
            Print(Describe(clash));
        }

        if (index is not null)
        {
            PrintCounts(table, Path.GetFullPath(index), parse.GetValue(_counts), cancellation);
        }

        return table.Problems.Count + errors == 0 ? ExitCode.Ok : ExitCode.Problems;
    }

    private static string Describe(VariantClash clash) => clash.Kind switch
    {
        VariantClashKind.InTwoGroups =>
            $"clash\t{clash.Form} is in line {clash.Group.Line} ({clash.Group}) and in line {clash.Other.Line} ({clash.Other}), but not ambiguous in both",
        _ => $"part\t{clash.Form} of line {clash.Group.Line} is part of {clash.OtherForm} of line {clash.Other.Line}",
    };

    private void PrintCounts(VariantTable table, string index, bool all, CancellationToken cancellation)
    {
        using VariantIndex articles = VariantIndex.Open(index);
        foreach (VariantGroup group in table.Groups)
        {
            foreach (VariantForm form in group.Forms)
            {
                int count = articles.CountArticles(form, cancellation);
                if (all || count == 0)
                {
                    Print(string.Create(CultureInfo.InvariantCulture, $"articles\t{count}\t{form}\tline {group.Line}\t{group}"));
                }
            }
        }
    }

    private void Line(string name, int value) => _terminal.Output.WriteLine($"{name,-NameWidth}{value.ToString(CultureInfo.InvariantCulture)}");

    private void Print(string columns) => _terminal.Output.WriteLine(string.Join('\t', columns.Split('\t').Select(VisibleText.Escape)));
}
