using System.Buffers.Binary;
using System.Runtime.CompilerServices;

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
        var links = new DisjointSets(hasSignature.Count);
        var firsts = new FirstOfBand(hasSignature.Count);
        for (int band = 0; band < Bands; band++)
        {
            firsts.Clear();
            for (int article = 0; article < hasSignature.Count; article++)
            {
                if (hasSignature[article])
                {
                    Link(signatures, article, band, firsts, links);
                }
            }
        }

        return Number(links, hasSignature.Count);
    }

    /// <summary>Returns the group of an article, from 0, or <see cref="None"/>.</summary>
    public int GroupOf(int article) => _groupOf[article];

    /// <summary>An article is compared with the first that has its band, which stands for those that joined it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // Runs once for an index, before an answer that somebody waits for.
    private static void Link(ReadOnlySpan<byte> signatures, int article, int band, FirstOfBand firsts, DisjointSets links)
    {
        ReadOnlySpan<byte> signature = SignatureOf(signatures, article);
        int first = firsts.FindOrAdd(BinaryPrimitives.ReadUInt32LittleEndian(signature[(band * BandBytes)..]), article);
        bool isNews = first != article && links.Find(article) != links.Find(first);
        if (isNews && TextSignature.Likeness(signature, SignatureOf(signatures, first)) >= MinLikeness)
        {
            links.Join(article, first);
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
