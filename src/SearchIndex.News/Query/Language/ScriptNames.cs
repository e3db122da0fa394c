using SearchIndex.Engine.Analysis.Folding;
using SearchIndex.News.Ingest;

namespace SearchIndex.News.Query.Language;

/// <summary>What a person calls the scripts.</summary>
internal static class ScriptNames
{
    private static readonly Dictionary<string, ArticleScript> ByName = new(StringComparer.Ordinal)
    {
        ["hans"] = ArticleScript.Hans,
        ["简"] = ArticleScript.Hans,
        ["简体"] = ArticleScript.Hans,
        ["hant"] = ArticleScript.Hant,
        ["繁"] = ArticleScript.Hant,
        ["繁体"] = ArticleScript.Hant,
        ["正体"] = ArticleScript.Hant,
        ["mixed"] = ArticleScript.Mixed,
        ["混合"] = ArticleScript.Mixed,
        ["none"] = ArticleScript.None,
    };

    /// <summary>Finds a script by a name, in any script and case; null when there is none.</summary>
    public static ArticleScript? Find(string name) => ByName.TryGetValue(CharacterFold.Fold(name), out ArticleScript script) ? script : null;
}
