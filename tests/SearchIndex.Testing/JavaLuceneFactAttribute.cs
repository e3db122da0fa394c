using Xunit;

namespace SearchIndex.Testing;

/// <summary>A test that Apache Lucene judges; skipped with the reason where Java or its jars are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class JavaLuceneFactAttribute : FactAttribute
{
    /// <summary>Creates the attribute.</summary>
    /// <param name="needsShared">Whether the shared material is needed as well.</param>
    public JavaLuceneFactAttribute(bool needsShared = false)
    {
        NeedsShared = needsShared;
        Skip = Needs.JavaLucene ?? (needsShared ? Needs.Shared : null);
    }

    /// <summary>Gets whether the shared material is needed as well.</summary>
    public bool NeedsShared { get; }
}
