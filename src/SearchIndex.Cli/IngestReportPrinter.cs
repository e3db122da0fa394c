using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using SearchIndex.News;
using SearchIndex.News.Ingest;
using SearchIndex.News.Query;

namespace SearchIndex.Cli;

/// <summary>Prints what a rebuild did: the sums are data, the single problems are messages.</summary>
internal sealed class IngestReportPrinter
{
    private const double BytesPerMegabyte = 1_000_000;

    private readonly Terminal _terminal;

    public IngestReportPrinter(Terminal terminal)
    {
        _terminal = terminal;
    }

    /// <summary>Prints the report.</summary>
    public void Print(IngestReport report)
    {
        foreach (ArticleProblem problem in report.Problems)
        {
            _terminal.Error.WriteLine($"{VisibleText.Escape(problem.Path)}: {VisibleText.Escape(problem.Reason)}");
        }

        double megabytes = report.BytesRead / BytesPerMegabyte;
        double seconds = report.Elapsed.TotalSeconds;
        Line("read", $"{report.FilesRead} files, {megabytes:0.0} MB");
        Line("indexed", $"{report.Indexed} articles, {report.Segments} segments");
        Line("copies", $"{report.Copies}");
        Line("problems", $"{report.Problems.Count}");
        foreach (IGrouping<ArticleProblemKind, ArticleProblem> kind in report.Problems.GroupBy(problem => problem.Kind).OrderBy(kind => kind.Key))
        {
            Line("  " + JsonNamingPolicy.KebabCaseLower.ConvertName(kind.Key.ToString()), $"{kind.Count()}");
        }

        Line("time", $"{seconds:0.00} s, {megabytes / Math.Max(seconds, double.Epsilon):0.0} MB/s");
        Line("memory", $"{PeakMemoryBytes() / BytesPerMegabyte:0} MB at the peak");
    }

    private static long PeakMemoryBytes()
    {
        using Process process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }

    private void Line(string name, FormattableString value) =>
        _terminal.Output.WriteLine($"{name,-14}{value.ToString(CultureInfo.InvariantCulture)}");
}
