using Xunit;

namespace SearchIndex.Testing;

/// <summary>A test that runs a program of the system; skipped with the reason where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ProgramFactAttribute : FactAttribute
{
    /// <summary>Creates the attribute.</summary>
    /// <param name="program">The name of the program.</param>
    public ProgramFactAttribute(string program)
    {
        Program = program;
        Skip = Needs.Program(program);
    }

    /// <summary>Gets the name of the program.</summary>
    public string Program { get; }
}
