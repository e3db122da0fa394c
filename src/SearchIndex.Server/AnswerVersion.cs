using System.Runtime.CompilerServices;
using SearchIndex.News.Query;
using SearchIndex.News.Variants;

namespace SearchIndex.Server;

/// <summary>What the answers to a question depend on, in one short text: the commit of the index, the regional variants, and the program.</summary>
internal sealed class AnswerVersion
{
    private const int CommitLetters = 16;

    private static readonly string Program =
        Letters(typeof(AnswerVersion).Module.ModuleVersionId) + Letters(typeof(NewsSearcher).Module.ModuleVersionId);

    /// <summary>Tables that were read from a file have no identity beyond this process, so that each gets a new name.</summary>
    private readonly ConditionalWeakTable<VariantTable, string> _tables = [];

    /// <summary>Returns the version of the answers that a searcher gives now.</summary>
    public string Of(NewsSearcher searcher)
    {
        string commit = searcher.Version;
        return commit[..Math.Min(CommitLetters, commit.Length)] + NameOf(searcher.Variants) + Program;
    }

    private string NameOf(VariantTable table) =>
        table == VariantTable.Embedded ? "-" : $"-{_tables.GetValue(table, _ => Letters(Guid.NewGuid()))}-";

    private static string Letters(Guid guid) => guid.ToString("N")[..8];
}
