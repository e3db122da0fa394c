using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SearchIndex.Server.Tests.Metrics;

/// <summary>
/// A text in the exposition format 0.0.4 of Prometheus, read by its rules: each metric has one HELP and one TYPE before its samples, its lines
/// stand together, no series comes twice, and the classes of a histogram grow up to its count.
/// </summary>
internal sealed partial class Exposition
{
    private readonly List<Metric> _metrics = [];

    private Exposition()
    {
    }

    /// <summary>Gets the metrics, in the order of the text.</summary>
    public IReadOnlyList<Metric> Metrics => _metrics;

    /// <summary>Reads a text.</summary>
    /// <exception cref="FormatException">It breaks a rule.</exception>
    public static Exposition Parse(string text)
    {
        Check(text.EndsWith('\n'), "the last line has no end", text);
        var exposition = new Exposition();
        string? help = null;
        foreach (string line in text[..^1].Split('\n'))
        {
            help = exposition.Take(line, help);
        }

        Check(help is null, "HELP without TYPE", text);
        exposition._metrics.ForEach(CheckWhole);
        return exposition;
    }

    /// <summary>Returns the value of a series: its name with its labels in braces.</summary>
    public double this[string series] => Samples.Single(sample => sample.ToString() == series).Value;

    /// <summary>Gets the samples of all metrics.</summary>
    public IEnumerable<Sample> Samples => _metrics.SelectMany(metric => metric.Samples);

    private string? Take(string line, string? help)
    {
        if (HelpLine().Match(line) is { Success: true } helped)
        {
            Check(help is null, "HELP without TYPE", line);
            Check(!BadEscapes().IsMatch(helped.Groups["text"].Value), "a bad escape", line);
            return helped.Groups["name"].Value + '\n' + helped.Groups["text"].Value;
        }

        if (TypeLine().Match(line) is { Success: true } typed)
        {
            string name = typed.Groups["name"].Value;
            Check(help?.StartsWith(name + '\n', StringComparison.Ordinal) == true, "TYPE without its HELP", line);
            Check(_metrics.TrueForAll(metric => metric.Name != name), "a metric twice", line);
            _metrics.Add(new Metric(name, typed.Groups["type"].Value, help![(name.Length + 1)..], []));
            return null;
        }

        Check(help is null, "HELP without TYPE", line);
        Add(line);
        return null;
    }

    private void Add(string line)
    {
        Match match = SampleLine().Match(line);
        Check(match.Success && _metrics.Count > 0, "no sample", line);
        Metric metric = _metrics[^1];
        string name = match.Groups["name"].Value;
        string[] names = metric.Type == "histogram" ? [metric.Name + "_bucket", metric.Name + "_sum", metric.Name + "_count"] : [metric.Name];
        Check(names.Contains(name), $"a sample among those of {metric.Name}", line);
        (string, string)[] labels = [.. match.Groups["label"].Captures.Zip(match.Groups["value"].Captures, (label, value) => (label.Value, Unescape(value.Value)))];
        Check(labels.Select(label => label.Item1).Distinct().Count() == labels.Length, "a label twice", line);
        var sample = new Sample(name, labels, NumberOf(match.Groups["number"].Value));
        Check(metric.Samples.TrueForAll(other => other.ToString() != sample.ToString()), "a series twice", line);
        metric.Samples.Add(sample);
    }

    private static void CheckWhole(Metric metric)
    {
        Check(metric.Type != "counter" || metric.Name.EndsWith("_total", StringComparison.Ordinal), "a counter has another name", metric.Name);
        Check(metric.Type != "counter" || metric.Samples.TrueForAll(sample => sample.Value >= 0), "a counter is below zero", metric.Name);
        if (metric.Type != "histogram")
        {
            return;
        }

        foreach (IGrouping<string, Sample> series in metric.Samples.GroupBy(sample => sample.LabelsWithout("le")))
        {
            Sample[] classes = [.. series.Where(sample => sample.Name.EndsWith("_bucket", StringComparison.Ordinal))];
            double[] bounds = [.. classes.Select(sample => NumberOf(sample.Label("le")))];
            Check(bounds.Length > 0 && double.IsPositiveInfinity(bounds[^1]), "the last class has a bound", metric.Name);
            Check(bounds.SequenceEqual(bounds.Distinct().Order()), "the bounds do not grow", metric.Name);
            Check(classes.Select(sample => sample.Value).SequenceEqual(classes.Select(sample => sample.Value).Order()), "the classes do not grow", metric.Name);
            Check(series.Single(sample => sample.Name == metric.Name + "_count").Value.Equals(classes[^1].Value), "the count is not that of the last class", metric.Name);
            Check(series.Count(sample => sample.Name == metric.Name + "_sum") == 1, "there is not one sum", metric.Name);
        }
    }

    private static void Check(bool holds, string problem, string where)
    {
        if (!holds)
        {
            throw new FormatException($"{problem}: {where}");
        }
    }

    private static double NumberOf(string text) => text switch
    {
        "+Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };

    private static string Unescape(string value)
    {
        var text = new StringBuilder();
        for (int at = 0; at < value.Length; at++)
        {
            text.Append(value[at] != '\\' ? value[at] : value[++at] == 'n' ? '\n' : value[at]);
        }

        return text.ToString();
    }

    [GeneratedRegex(@"^# HELP (?<name>[a-zA-Z_:][a-zA-Z0-9_:]*) (?<text>.+)$")]
    private static partial Regex HelpLine();

    [GeneratedRegex(@"^# TYPE (?<name>[a-zA-Z_:][a-zA-Z0-9_:]*) (?<type>counter|gauge|histogram)$")]
    private static partial Regex TypeLine();

    [GeneratedRegex("""^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(\{((?<label>[a-zA-Z_][a-zA-Z0-9_]*)="(?<value>([^"\\]|\\["\\n])*)"(,(?!})|(?=})))+\})? (?<number>\+Inf|-Inf|NaN|-?[0-9][0-9.]*(E[+-][0-9]+)?)$""")]
    private static partial Regex SampleLine();

    [GeneratedRegex(@"(?<!\\)(\\\\)*\\([^\\n]|$)")]
    private static partial Regex BadEscapes();

    /// <summary>A metric with its samples.</summary>
    internal sealed record Metric(string Name, string Type, string Help, List<Sample> Samples);

    /// <summary>One value.</summary>
    internal sealed record Sample(string Name, IReadOnlyList<(string Name, string Value)> Labels, double Value)
    {
        public string Label(string name) => Labels.Single(label => label.Name == name).Value;

        public string LabelsWithout(string name) => string.Join(',', Labels.Where(label => label.Name != name).Select(label => $"{label.Name}=\"{label.Value}\""));

        public override string ToString() => Labels.Count == 0 ? Name : $"{Name}{{{LabelsWithout(string.Empty)}}}";
    }
}
