using Xunit;

namespace SearchIndex.Testing;

/// <summary>A theory in a real browser; skipped with the reason where Chromium is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    /// <summary>Creates the attribute.</summary>
    public BrowserTheoryAttribute()
    {
        Skip = Needs.Chromium;
    }
}
