using SearchIndex.Server.Metrics;

namespace SearchIndex.Server.Tests.Metrics;

public sealed class PrometheusTextTests
{
    [Theory]
    [InlineData("plain")]
    [InlineData("a \"quoted\" text")]
    [InlineData("back\\slash and \\n that is none")]
    [InlineData("two\nlines")]
    [InlineData("{a=\"b\"} 1")]
    [InlineData("林芳正")]
    public void Label_AnyText_IsReadBack(string value)
    {
        var text = new PrometheusText();
        text.Begin("some_metric", "gauge", "It has\ntwo lines and a \\.");
        text.Write("some_metric", PrometheusText.Label("name", value) + "," + PrometheusText.Label("other", "x"), 1.5);

        Exposition read = Exposition.Parse(text.ToString());

        Exposition.Sample sample = read.Samples.Single();
        Assert.Equal(value, sample.Label("name"));
        Assert.Equal("x", sample.Label("other"));
        Assert.Equal("It has\\ntwo lines and a \\\\.", read.Metrics.Single().Help);
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-1.25, "-1.25")]
    [InlineData(1e21, "1E+21")]
    [InlineData(double.PositiveInfinity, "+Inf")]
    [InlineData(double.NegativeInfinity, "-Inf")]
    [InlineData(double.NaN, "NaN")]
    public void Write_Numbers_AreWrittenAsPrometheusReadsThem(double value, string expected)
    {
        var text = new PrometheusText();

        text.Write("some_metric", string.Empty, value);

        Assert.Equal($"some_metric {expected}\n", text.ToString());
    }

    [Fact]
    public void WriteHistogram_ClassesCountWhatIsBelow_BoundsAreInclusive()
    {
        double[] bounds = [0.1, 1];
        var series = new MetricSeries(bounds);
        foreach (double value in (double[])[0.05, 0.1, 0.5, 1, 7])
        {
            series.Add(value);
        }

        var text = new PrometheusText();
        text.WriteHistogram("took_seconds", PrometheusText.Label("route", "/"), bounds, series);

        Assert.Equal(
            """
            took_seconds_bucket{route="/",le="0.1"} 2
            took_seconds_bucket{route="/",le="1"} 4
            took_seconds_bucket{route="/",le="+Inf"} 5
            took_seconds_sum{route="/"} 8.65
            took_seconds_count{route="/"} 5

            """.ReplaceLineEndings("\n"),
            text.ToString());
    }

    [Theory]
    [InlineData("# HELP a b\na 1\n")]
    [InlineData("# HELP a b\n# TYPE a gauge\na 1\na 2\n")]
    [InlineData("# HELP a b\n# TYPE a gauge\na{x=\"1\",} 1\n")]
    [InlineData("# HELP a b\n# TYPE a gauge\na{x=\"\"\"} 1\n")]
    [InlineData("# HELP a b\n# TYPE a gauge\na 1")]
    [InlineData("# HELP a b\n# TYPE a gauge\nb 1\n")]
    [InlineData("# HELP a b\n# TYPE a counter\na 1\n")]
    [InlineData("# HELP a b\n# TYPE a histogram\na_bucket{le=\"1\"} 2\na_bucket{le=\"+Inf\"} 1\na_sum 1\na_count 1\n")]
    [InlineData("# HELP a b\n# TYPE a histogram\na_bucket{le=\"1\"} 1\na_sum 1\na_count 1\n")]
    public void Parse_TextsThatBreakTheRules_AreRefused(string text) => Assert.Throws<FormatException>(() => Exposition.Parse(text));
}
