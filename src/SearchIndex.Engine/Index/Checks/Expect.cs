using System.Runtime.CompilerServices;
using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Index.Checks;

/// <summary>States what must hold in a sound index.</summary>
internal static class Expect
{
    public static void That(bool condition, [InterpolatedStringHandlerArgument(nameof(condition))] ref ProblemText problem)
    {
        if (!condition)
        {
            throw new CorruptIndexException(problem.Take());
        }
    }
}
