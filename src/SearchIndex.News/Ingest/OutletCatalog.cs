using System.Collections.Frozen;

namespace SearchIndex.News.Ingest;

/// <summary>The known outlets (<c>Data/outlets.tsv</c>), found by the names that front matter gives them and by their hosts.</summary>
internal static class OutletCatalog
{
    /// <summary>The outlet of an article that says nothing about where it comes from.</summary>
    internal static readonly Outlet Unknown = new("unknown", "unknown");

    private const string CommonPrefix = "www.";

    private static readonly FrozenDictionary<string, Outlet> ByHost;
    private static readonly FrozenDictionary<string, Outlet> ByName;

    static OutletCatalog()
    {
        var byHost = new Dictionary<string, Outlet>(StringComparer.Ordinal);
        var byName = new Dictionary<string, Outlet>(StringComparer.Ordinal);
        foreach (string[] row in EmbeddedData.ReadRows("outlets.tsv"))
        {
            var outlet = new Outlet(row[0], row[1]);
            byName.Add(NormalizeName(outlet.Name), outlet);
            foreach (string name in row[3].Split(';', StringSplitOptions.RemoveEmptyEntries))
            {
                byName.TryAdd(NormalizeName(name), outlet);
            }

            foreach (string host in row[2].Split(';'))
            {
                byHost.Add(host, outlet);
            }
        }

        ByHost = byHost.ToFrozenDictionary(StringComparer.Ordinal);
        ByName = byName.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>
    /// Returns the outlet of an article. Author and categories of the front matter come first, since an archive of another's articles
    /// names itself there; then a known host; then the tags, which may also name what an article is about; then whatever host there is,
    /// as an outlet of its own; then a name that the front matter gives as author and as category alike.
    /// </summary>
    internal static (Outlet Outlet, FactSource Source) Resolve(FrontMatter frontMatter, string? url)
    {
        string? host = CanonicalUrl.HostOf(url);
        return From(FactSource.FrontMatter, FindByName(frontMatter.Author) ?? FindByNames(frontMatter.Categories))
            ?? From(FactSource.Address, FindByHost(host))
            ?? From(FactSource.FrontMatter, FindByNames(frontMatter.Tags))
            ?? From(FactSource.Address, OwnOutlet(host))
            ?? From(FactSource.FrontMatter, OwnOutlet(frontMatter))
            ?? (Unknown, FactSource.None);
    }

    /// <summary>Returns the outlet of that name, or null.</summary>
    internal static Outlet? FindByName(string? name) => name is null ? null : ByName.GetValueOrDefault(NormalizeName(name));

    /// <summary>Returns the outlet of that name or id, or null.</summary>
    internal static Outlet? Find(string nameOrId) =>
        FindByName(nameOrId) ?? ByName.Values.FirstOrDefault(outlet => outlet.Id.Equals(nameOrId, StringComparison.OrdinalIgnoreCase));

    /// <summary>Returns the outlet of that host or of the nearest host above it, or null.</summary>
    internal static Outlet? FindByHost(string? host)
    {
        for (string? labels = host; labels is not null; labels = ParentOf(labels))
        {
            if (ByHost.TryGetValue(labels, out Outlet? outlet))
            {
                return outlet;
            }
        }

        return null;
    }

    private static (Outlet Outlet, FactSource Source)? From(FactSource source, Outlet? outlet) => outlet is null ? null : (outlet, source);

    private static Outlet? FindByNames(IReadOnlyList<string> names)
    {
        foreach (string name in names)
        {
            if (FindByName(name) is { } outlet)
            {
                return outlet;
            }
        }

        return null;
    }

    private static string? ParentOf(string host)
    {
        int dot = host.IndexOf('.');
        return dot < 0 ? null : host[(dot + 1)..];
    }

    private static Outlet? OwnOutlet(string? host)
    {
        if (host is null)
        {
            return null;
        }

        bool hasPrefix = host.StartsWith(CommonPrefix, StringComparison.Ordinal) && host.Length > CommonPrefix.Length;
        return new Outlet(hasPrefix ? host[CommonPrefix.Length..] : host, host);
    }

    private static Outlet? OwnOutlet(FrontMatter frontMatter) =>
        frontMatter.Author is { } author && frontMatter.Categories.Contains(author, StringComparer.Ordinal)
            ? new Outlet(NormalizeName(author), author)
            : null;

    /// <summary>Names compare in lower case and without white space.</summary>
    private static string NormalizeName(string name) =>
        string.Concat(name.Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();
}
