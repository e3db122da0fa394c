using SearchIndex.Engine.Analysis.Folding;
using SearchIndex.News.Ingest;

namespace SearchIndex.News.Query;

/// <summary>
/// Finds outlets by what a person calls them: the id, the name in either script, or another name that the catalogue knows. Only outlets
/// that have articles in the index are found.
/// </summary>
internal sealed class OutletNames
{
    private readonly HashSet<string> _ids;
    private readonly ILookup<string, string> _idsByName;

    /// <summary>Collects the names of the outlets of an index.</summary>
    public OutletNames(IReadOnlyCollection<OutletCount> outlets)
    {
        _ids = [.. outlets.Select(outlet => outlet.Id)];
        _idsByName = outlets
            .SelectMany(outlet => new[] { outlet.Id, outlet.Name }.Select(name => (Name: Key(name), outlet.Id)))
            .ToLookup(entry => entry.Name, entry => entry.Id, StringComparer.Ordinal);
    }

    /// <summary>Returns the ids of the outlets that are called so; empty when there is none.</summary>
    public IReadOnlyList<string> Find(string name)
    {
        IEnumerable<string> ids = _idsByName[Key(name)];
        if (OutletCatalog.FindByName(name) is { } known && _ids.Contains(known.Id))
        {
            ids = ids.Append(known.Id);
        }

        return [.. ids.Distinct()];
    }

    private static string Key(string name) => CharacterFold.Fold(name.Trim());
}
