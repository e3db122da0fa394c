using SearchIndex.Engine.Analysis.Folding;
using SearchIndex.News.Ingest;

namespace SearchIndex.News.Query;

/// <summary>
/// Finds outlets by what a person calls them: the id, the name in either script, or another name that the catalogue knows. Only outlets
/// that have articles in the index are found.
/// </summary>
internal sealed class OutletNames
{
    // Counted and named when first asked for: most questions name no outlet, and the first one should not wait for them.
    private readonly Lazy<HashSet<string>> _ids;
    private readonly Lazy<ILookup<string, string>> _idsByName;

    /// <summary>Creates the names of the outlets of an index.</summary>
    /// <param name="outlets">Counts the outlets; called once at most.</param>
    public OutletNames(Func<IReadOnlyCollection<OutletCount>> outlets)
    {
        var counted = new Lazy<IReadOnlyCollection<OutletCount>>(outlets);
        _ids = new Lazy<HashSet<string>>(() => [.. counted.Value.Select(outlet => outlet.Id)]);
        _idsByName = new Lazy<ILookup<string, string>>(() => counted.Value
            .SelectMany(outlet => new[] { outlet.Id, outlet.Name }.Select(name => (Name: Key(name), outlet.Id)))
            .ToLookup(entry => entry.Name, entry => entry.Id, StringComparer.Ordinal));
    }

    /// <summary>Returns the ids of the outlets that are called so; empty when there is none.</summary>
    public IReadOnlyList<string> Find(string name)
    {
        IEnumerable<string> ids = _idsByName.Value[Key(name)];
        if (OutletCatalog.FindByName(name) is { } known && _ids.Value.Contains(known.Id))
        {
            ids = ids.Append(known.Id);
        }

        return [.. ids.Distinct()];
    }

    private static string Key(string name) => CharacterFold.Fold(name.Trim());
}
