using Xunit;

namespace SearchIndex.Testing;

/// <summary>A test with a process that has a small disk of its own; skipped with the reason where the system does not allow that.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OwnDiskFactAttribute : FactAttribute
{
    /// <summary>Creates the attribute.</summary>
    public OwnDiskFactAttribute()
    {
        Skip = Needs.OwnDisk;
    }
}
