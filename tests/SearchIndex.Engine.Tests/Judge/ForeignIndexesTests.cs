using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Store;
using SearchIndex.Testing;

namespace SearchIndex.Engine.Tests.Judge;

/// <summary>Indexes of Java with something that this engine does not read: they are refused, and the reason is named.</summary>
public sealed class ForeignIndexesTests
{
    private static readonly (string Feature, Type Exception, string Named)[] Refused =
    [
        ("sort", typeof(NotSupportedException), "index sort"),
        ("soft-deletes", typeof(NotSupportedException), "soft deletes"),
        ("postings", typeof(NotSupportedException), "format Foreign"),
        ("doc-values", typeof(NotSupportedException), "format Foreign"),
        ("codec:Foreign", typeof(NotSupportedException), "codec Foreign"),
        ("codec:Lucene86", typeof(IndexFormatTooOldException), "codec Lucene86"),
        ("codec:Lucene410", typeof(IndexFormatTooOldException), "codec Lucene410"),
        ("codec:Lucene90", typeof(IndexFormatTooNewException), "codec Lucene90"),
        ("codec:Lucene912", typeof(IndexFormatTooNewException), "codec Lucene912"),
        ("codec:Lucene103", typeof(IndexFormatTooNewException), "codec Lucene103"),
    ];

    [JavaLuceneFact]
    public void Open_IndexWithForeignFeature_RefusesItByName()
    {
        using var folder = new TemporaryFolder();
        var script = new JudgeScript();
        for (int number = 0; number < Refused.Length; number++)
        {
            script.Add("foreign", Refused[number].Feature, folder.At($"index-{number}"));
        }

        Assert.Equal(string.Empty, script.Run(folder));
        for (int number = 0; number < Refused.Length; number++)
        {
            using var directory = new FSDirectory(folder.At($"index-{number}"));

            Exception problem = Assert.Throws(Refused[number].Exception, () => DirectoryReader.Open(directory, Lucene87Codec.Instance));

            Assert.Contains(Refused[number].Named, problem.Message, StringComparison.Ordinal);
        }
    }

    [JavaLuceneFact]
    public void GetPointValues_OfSeveralDimensions_RefusesOnlyThem()
    {
        using var folder = new TemporaryFolder();
        var script = new JudgeScript();
        script.Add("foreign", "dimensions", folder.At("index"));
        Assert.Equal(string.Empty, script.Run(folder));
        using var directory = new FSDirectory(folder.At("index"));
        using DirectoryReader reader = DirectoryReader.Open(directory, Lucene87Codec.Instance);

        NotSupportedException problem =
            Assert.Throws<NotSupportedException>(() => reader.Leaves[0].Reader.GetPointValues("place"));

        Assert.Contains("field place has points of 2 dimensions", problem.Message, StringComparison.Ordinal);
        Assert.NotNull(reader.Leaves[0].Reader.GetNumericDocValues("n"));
        CheckIndexReport report = CheckIndex.Run(directory, Lucene87Codec.Instance);
        Assert.Equal(CheckVerdict.Clean, report.Verdict);
        Assert.Contains(report.Lines(), line => line.EndsWith("1 of several dimensions not read", StringComparison.Ordinal));
    }
}
