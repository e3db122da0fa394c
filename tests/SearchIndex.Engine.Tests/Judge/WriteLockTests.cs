using System.Diagnostics;
using System.Globalization;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Tests.Index;
using SearchIndex.Testing;

namespace SearchIndex.Engine.Tests.Judge;

/// <summary>One writer holds an index, whether it is of ours or of Java's.</summary>
public sealed class WriteLockTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FSDirectory _directory;

    public WriteLockTests()
    {
        _directory = new FSDirectory(_folder.Path);
        using IndexWriter writer = Keyed.Open(_directory);
        writer.AddDocument(Keyed.Document("a", 1));
        writer.Commit();
    }

    public void Dispose()
    {
        _directory.Dispose();
        _folder.Dispose();
    }

    [JavaLuceneFact]
    public void Constructor_JavaHoldsTheIndex_IsRefusedWithWhoAndWhere()
    {
        using Process java = JavaLuceneJudge.StartProgram("WriteLock", _folder.Path);
        Assert.Equal("obtained", java.StandardOutput.ReadLine());

        var refusal = Assert.Throws<LockObtainFailedException>(() => Keyed.Open(_directory));

        Assert.Contains(Path.Combine(_folder.Path, "write.lock"), refusal.Message, StringComparison.Ordinal);
        if (OperatingSystem.IsLinux())
        {
            Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"process {java.Id} (java)"), refusal.Message, StringComparison.Ordinal);
        }

        java.StandardInput.Close();
        java.WaitForExit();
        using IndexWriter writer = Keyed.Open(_directory);
        writer.AddDocument(Keyed.Document("b", 1));
        writer.Commit();
        Assert.Equal([("a", 1), ("b", 1)], Keyed.ReadAll(_directory));
    }

    [JavaLuceneFact]
    public void Constructor_OursHoldsTheIndex_JavaIsRefused()
    {
        using (Keyed.Open(_directory))
        {
            Assert.Equal("refused", Try());
        }

        Assert.Equal("obtained", Try());
    }

    private string? Try()
    {
        using Process java = JavaLuceneJudge.StartProgram("WriteLock", _folder.Path);
        java.StandardInput.Close();
        string? answer = java.StandardOutput.ReadLine();
        java.WaitForExit();
        return answer;
    }
}
