using Xunit;

namespace SearchIndex.Testing;

/// <summary>A test that reads the shared material; skipped with the reason where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedFactAttribute : FactAttribute
{
    /// <summary>Creates the attribute.</summary>
    public SharedFactAttribute()
    {
        Skip = Needs.Shared;
    }
}
