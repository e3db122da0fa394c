using System.Buffers.Binary;

namespace SearchIndex.News.Duplicates;

/// <summary>
/// Which articles of an index are versions of each other: copies, revisions, the same text in the other script. Candidates are articles
/// whose signatures agree in a whole band (locality-sensitive hashing; Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets",
/// section 3.4); what their whole signatures say decides.
/// </summary>
public sealed class DuplicateGroups
{
    /// <summary>The likeness from which on two articles are versions of each other.</summary>
    public const double MinLikeness = 0.5;

    /// <summary>What <see cref="GroupOf"/> returns for an article without another version.</summary>
    public const int None = -1;

    private const int Bands = 32;
    private const int BandBytes = 4;

    private readonly int[] _groupOf;

    private DuplicateGroups(int[] groupOf)
    {
        _groupOf = groupOf;
    }

    /// <summary>Gets the number of groups.</summary>
    public int Count { get; private init; }

    /// <summary>Finds the groups.</summary>
    /// <param name="signatures">The signature of each article, <see cref="TextSignature.Bins"/> bytes one behind the other.</param>
    /// <param name="hasSignature">Which articles have one; the bytes of the others are not looked at.</param>
    public static DuplicateGroups Find(ReadOnlySpan<byte> signatures, IReadOnlyList<bool> hasSignature)
    {
        ArgumentNullException.ThrowIfNull(hasSignature);
        int[] articles = [.. Enumerable.Range(0, hasSignature.Count).Where(article => hasSignature[article])];
        var links = new DisjointSets(hasSignature.Count);
        var keys = new uint[articles.Length];
        var sorted = new int[articles.Length];
        for (int band = 0; band < Bands; band++)
        {
            for (int index = 0; index < articles.Length; index++)
            {
                sorted[index] = articles[index];
                keys[index] = BinaryPrimitives.ReadUInt32LittleEndian(SignatureOf(signatures, articles[index])[(band * BandBytes)..]);
            }

            Array.Sort(keys, sorted);
            LinkRuns(signatures, keys, sorted, links);
        }

        return Number(links, hasSignature.Count);
    }

    /// <summary>Returns the group of an article, from 0, or <see cref="None"/>.</summary>
    public int GroupOf(int article) => _groupOf[article];

    /// <summary>Within a run of equal keys each article is compared with the first, which stands for those that joined it.</summary>
    private static void LinkRuns(ReadOnlySpan<byte> signatures, uint[] keys, int[] sorted, DisjointSets links)
    {
        int first = 0;
        for (int index = 1; index < keys.Length; index++)
        {
            if (keys[index] != keys[first])
            {
                first = index;
                continue;
            }

            bool isNews = links.Find(sorted[index]) != links.Find(sorted[first]);
            if (isNews && TextSignature.Likeness(SignatureOf(signatures, sorted[index]), SignatureOf(signatures, sorted[first])) >= MinLikeness)
            {
                links.Join(sorted[index], sorted[first]);
            }
        }
    }

    private static ReadOnlySpan<byte> SignatureOf(ReadOnlySpan<byte> signatures, int article) =>
        signatures.Slice(article * TextSignature.Bins, TextSignature.Bins);

    private static DuplicateGroups Number(DisjointSets links, int articles)
    {
        var sizes = new int[articles];
        for (int article = 0; article < articles; article++)
        {
            sizes[links.Find(article)]++;
        }

        var numbers = new int[articles];
        var groupOf = new int[articles];
        int count = 0;
        for (int article = 0; article < articles; article++)
        {
            int root = links.Find(article);
            if (sizes[root] > 1 && numbers[root] == 0)
            {
                numbers[root] = ++count;
            }

            groupOf[article] = sizes[root] > 1 ? numbers[root] - 1 : None;
        }

        return new DuplicateGroups(groupOf) { Count = count };
    }
}
