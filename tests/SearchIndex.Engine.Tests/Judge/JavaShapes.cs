using SearchIndex.Testing;

namespace SearchIndex.Engine.Tests.Judge;

/// <summary>Indexes of all shapes of <c>tests/judge/MakeShapes.java</c>, and what Java reads from each; made once for all tests of a class.</summary>
public sealed class JavaShapes : IDisposable
{
    /// <summary>The shapes: nine kinds of documents, each written in eight ways.</summary>
    public const int Count = 72;

    /// <summary>The ways of writing.</summary>
    public const int Writings = 8;

    private readonly TemporaryFolder _folder = new();

    public JavaShapes()
    {
        if (!JavaLuceneJudge.IsAvailable)
        {
            return;
        }

        var script = new JudgeScript();
        for (int shape = 0; shape < Count; shape++)
        {
            script.Add("make", shape, IndexOf(shape));
            script.Add("hash", IndexOf(shape), DumpOf(shape));
        }

        Problem = script.Run(_folder);
    }

    /// <summary>Gets what went wrong in Java, or an empty text.</summary>
    public string Problem { get; } = string.Empty;

    /// <summary>Returns the folder of the index of a shape.</summary>
    public string IndexOf(int shape) => _folder.At($"shape-{shape}");

    /// <summary>Returns the file with what Java reads from a shape.</summary>
    public string DumpOf(int shape) => _folder.At($"shape-{shape}.txt");

    public void Dispose() => _folder.Dispose();
}
