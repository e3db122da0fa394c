using Xunit;

namespace SearchIndex.Testing;

/// <summary>A test in a real browser; skipped with the reason where Chromium is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    /// <summary>Creates the attribute.</summary>
    public BrowserFactAttribute()
    {
        Skip = Needs.Chromium;
    }
}
