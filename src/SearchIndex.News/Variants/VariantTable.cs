using SearchIndex.News.Ingest;

namespace SearchIndex.News.Variants;

/// <summary>
/// Groups of regional variants (特朗普, 川普), and the way from a form in a text to the others. A table does not change: safe for several
/// threads. <see cref="VariantSource"/> holds the newest one of a file.
/// </summary>
public sealed class VariantTable
{
    private const string EmbeddedFile = "variants.tsv";

    private static readonly Lazy<VariantTable> LazyEmbedded = new(ReadEmbedded);

    private readonly VariantTrie _trie = new();

    internal VariantTable(IReadOnlyList<VariantGroup> groups, IReadOnlyList<VariantProblem> problems)
    {
        Groups = groups;
        Problems = problems;
        foreach (VariantGroup group in groups)
        {
            foreach (VariantForm form in group.Forms)
            {
                _trie.GetOrAdd(form.Key).Add(form, group);
            }
        }
    }

    /// <summary>Gets a table without groups.</summary>
    public static VariantTable Empty { get; } = new([], []);

    /// <summary>Gets the table that is part of the program.</summary>
    public static VariantTable Embedded => LazyEmbedded.Value;

    /// <summary>Gets the groups, in the order of the file.</summary>
    public IReadOnlyList<VariantGroup> Groups { get; }

    /// <summary>Gets what could not be taken as it stands in the file; everything else was taken.</summary>
    public IReadOnlyList<VariantProblem> Problems { get; }

    /// <summary>Reads a table; broken lines are left out and reported in <see cref="Problems"/>.</summary>
    /// <param name="text">The text of the file; docs/variants.md describes it.</param>
    /// <param name="name">The name of the file, for messages.</param>
    public static VariantTable Read(TextReader text, string name)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parser = new VariantParser(name);
        while (text.ReadLine() is { } line)
        {
            parser.Add(line);
        }

        return new VariantTable(parser.Groups, parser.Problems);
    }

    /// <summary>Reads a table from a file in UTF-8.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static VariantTable Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var reader = new StreamReader(path);
        return Read(reader, Path.GetFileName(path));
    }

    /// <summary>
    /// Finds the first form in a text, from a place on: the leftmost, and of those that begin there the longest. Nothing is allocated
    /// unless the group has words of context. Time grows with the length of the text, not with the table.
    /// </summary>
    /// <param name="folded">The text, folded by the analysis (<see cref="Engine.Analysis.Folding.CharacterFold"/>); middle dots may stand in it.</param>
    /// <param name="from">Where to begin.</param>
    /// <param name="context">The whole query, folded: what else stands in it may tell which meaning an ambiguous form has.</param>
    /// <param name="match">The form found; empty when there is none.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryFind(ReadOnlySpan<char> folded, int from, ReadOnlySpan<char> context, out VariantMatch match)
    {
        for (int start = from; start < folded.Length; start++)
        {
            (VariantEntry? entry, int length) = _trie.FindAt(folded, start);
            if (entry is not null)
            {
                match = new VariantMatch(start, length, entry.Alternatives(context));
                return true;
            }
        }

        match = default;
        return false;
    }

    /// <summary>Finds all forms in a text, from left to right; they do not overlap. Without any, nothing is allocated.</summary>
    /// <param name="folded">The text, folded.</param>
    /// <param name="context">The whole query, folded.</param>
    public IReadOnlyList<VariantMatch> FindAll(ReadOnlySpan<char> folded, ReadOnlySpan<char> context)
    {
        if (!TryFind(folded, 0, context, out VariantMatch match))
        {
            return [];
        }

        var matches = new List<VariantMatch>();
        do
        {
            matches.Add(match);
        }
        while (TryFind(folded, match.End, context, out match));
        return matches;
    }

    private static VariantTable ReadEmbedded()
    {
        using TextReader reader = EmbeddedData.Open(EmbeddedFile);
        return Read(reader, EmbeddedFile);
    }
}
