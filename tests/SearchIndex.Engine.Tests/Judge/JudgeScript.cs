using SearchIndex.Testing;

namespace SearchIndex.Engine.Tests.Judge;

/// <summary>Collects tasks for <c>tests/judge/JudgeScript.java</c>, which does them all in one process.</summary>
internal sealed class JudgeScript
{
    private readonly List<string> _lines = [];

    public void Add(params object[] words) => _lines.Add(string.Join('\t', words));

    /// <summary>Does the tasks; returns what went wrong, or an empty text.</summary>
    public string Run(TemporaryFolder folder)
    {
        string script = folder.Write($"script-{Guid.NewGuid():n}.txt", string.Join('\n', _lines) + "\n");
        JudgeResult result = JavaLuceneJudge.RunProgram("JudgeScript", script);
        _lines.Clear();
        return result.ExitCode == 0 ? string.Empty : result.Output;
    }
}
