using Xunit;

namespace SearchIndex.Testing;

/// <summary>A theory that reads the shared material; skipped with the reason where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedTheoryAttribute : TheoryAttribute
{
    /// <summary>Creates the attribute.</summary>
    public SharedTheoryAttribute()
    {
        Skip = Needs.Shared;
    }
}
