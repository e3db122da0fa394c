using System.Globalization;
using SearchIndex.News;
using SearchIndex.News.Ingest;
using SearchIndex.News.Query;

namespace SearchIndex.Cli;

/// <summary>Prints what an update did: the sums are data, the single problems are messages.</summary>
internal sealed class UpdateReportPrinter
{
    private const double BytesPerMegabyte = 1_000_000;

    private readonly Terminal _terminal;

    public UpdateReportPrinter(Terminal terminal)
    {
        _terminal = terminal;
    }

    /// <summary>Prints the report.</summary>
    public void Print(UpdateReport report)
    {
        foreach (ArticleProblem problem in report.Problems)
        {
            _terminal.Error.WriteLine($"{VisibleText.Escape(problem.Path)}: {VisibleText.Escape(problem.Reason)}");
        }

        Line("found", $"{report.FilesFound} files");
        Line("new", $"{report.New}");
        Line("changed", $"{report.Changed}");
        Line("moved", $"{report.Moved}");
        Line("deleted", $"{report.Deleted}");
        Line("touched", $"{report.Touched}");
        Line("unchanged", $"{report.Unchanged}");
        Line("read", $"{report.FilesRead} files, {report.BytesRead / BytesPerMegabyte:0.0} MB");
        Line("problems", $"{report.Problems.Count}");
        Line("written", $"{report.Indexed} articles");
        Line("index", $"{report.Articles} articles, {report.Copies} copies, generation {report.Generation}{(report.Committed ? string.Empty : " as before")}");
        Line("time", $"{report.Elapsed.TotalSeconds:0.00} s");
    }

    private void Line(string name, FormattableString value) =>
        _terminal.Output.WriteLine($"{name,-14}{value.ToString(CultureInfo.InvariantCulture)}");
}
