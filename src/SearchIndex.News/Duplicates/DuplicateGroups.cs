using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace SearchIndex.News.Duplicates;

/// <summary>
/// Which articles of an index are versions of each other: copies, revisions, the same text in the other script. Candidates are articles
/// whose signatures agree in a whole band (locality-sensitive hashing; Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets",
/// section 3.4); what their whole signatures say decides, and the time between them: the market report of every day says nearly the same as
/// that of the day before, and is no version of it.
/// </summary>
public sealed class DuplicateGroups
{
    /// <summary>The date of an article that has none.</summary>
    public const long Undated = long.MinValue;

    /// <summary>What <see cref="GroupOf"/> returns for an article without another version.</summary>
    public const int None = -1;

    private const int BandBytes = 4;
    private const int Bands = TextSignature.Bins / BandBytes;

    // From which likeness on articles are versions, by the time between them; see docs/versions.md for what these find and miss.
    private const double SameDayLikeness = 0.45;
    private const double SameWeekLikeness = 0.8;
    private const double AnyTimeLikeness = 0.98;

    // Less than a day, so that what comes every day at the same time is not of one day.
    private static readonly long SameDay = (long)TimeSpan.FromHours(20).TotalMilliseconds;
    private static readonly long SameWeek = (long)TimeSpan.FromDays(7).TotalMilliseconds;

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
    /// <param name="published">When each was published, in milliseconds since 1970, or <see cref="Undated"/>.</param>
    public static DuplicateGroups Find(ReadOnlySpan<byte> signatures, IReadOnlyList<bool> hasSignature, IReadOnlyList<long> published)
    {
        ArgumentNullException.ThrowIfNull(hasSignature);
        ArgumentNullException.ThrowIfNull(published);
        var links = new DisjointSets(hasSignature.Count);
        var lasts = new LastOfBand(hasSignature.Count);
        int[] byDate = [.. Enumerable.Range(0, hasSignature.Count).Where(article => hasSignature[article]).OrderBy(article => published[article])];
        for (int band = 0; band < Bands; band++)
        {
            lasts.Clear();
            foreach (int article in byDate)
            {
                Link(signatures, published, article, band, lasts, links);
            }
        }

        return Number(links, hasSignature.Count);
    }

    /// <summary>Returns the group of an article, from 0, or <see cref="None"/>.</summary>
    public int GroupOf(int article) => _groupOf[article];

    /// <summary>An article is compared with the one before it in time that has its band.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // Runs once for an index, before an answer that somebody waits for.
    private static void Link(
        ReadOnlySpan<byte> signatures, IReadOnlyList<long> published, int article, int band, LastOfBand lasts, DisjointSets links)
    {
        ReadOnlySpan<byte> signature = SignatureOf(signatures, article);
        int before = lasts.Exchange(BinaryPrimitives.ReadUInt32LittleEndian(signature[(band * BandBytes)..]), article);
        bool isNews = before != article && links.Find(article) != links.Find(before);
        if (isNews
            && TextSignature.Likeness(signature, SignatureOf(signatures, before)) >= MinLikeness(published[before], published[article]))
        {
            links.Join(article, before);
        }
    }

    /// <summary>The likeness from which on two articles are versions of each other. One without a date may be of the same week.</summary>
    private static double MinLikeness(long earlier, long later)
    {
        bool isDated = earlier != Undated && later != Undated;
        return isDated && later - earlier <= SameDay ? SameDayLikeness
            : !isDated || later - earlier <= SameWeek ? SameWeekLikeness
            : AnyTimeLikeness;
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
