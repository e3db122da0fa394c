using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Index.Checks;

/// <summary>Puts the name of the field in front of what is wrong with it.</summary>
internal static class FieldPart
{
    public static T Run<T>(FieldInfo field, Func<T> check)
    {
        try
        {
            return check();
        }
        catch (Exception problem) when (Damage.Is(problem))
        {
            throw new CorruptIndexException($"field {field.Name}: {problem.Message}", problem);
        }
    }
}
