using SearchIndex.Engine.Index;
using SearchIndex.News.Query;
using SearchIndex.News.Variants;

namespace SearchIndex.News.Suggestions;

/// <summary>Makes suggesters of snapshots. It remembers what it read of segments, so that a commit costs what it changed. For one thread at a time.</summary>
internal sealed class SuggesterBuilder
{
    /// <summary>Names and words that many articles have are counted ahead: these counts take longest.</summary>
    private const int CountedAhead = 100;

    private Dictionary<string, SegmentScan> _scans = new(StringComparer.Ordinal);

    /// <summary>Makes the suggester of a snapshot.</summary>
    /// <param name="snapshot">The snapshot; it must stay open until the method returns.</param>
    /// <param name="variants">The regional variants.</param>
    /// <param name="counts">Receives the counts that would take long when somebody waits.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public Suggester Build(IndexSnapshot snapshot, VariantTable variants, ArticleCounts counts, CancellationToken cancellation)
    {
        SegmentScan[] scans = Scan(snapshot.Reader, cancellation);
        var texts = new TextCounts(snapshot);
        var entries = new EntrySet();
        VariantEntries.AddTo(entries, variants, texts, cancellation);
        MinedEntries.AddTo(entries, scans, snapshot.Reader, texts, cancellation);
        WordEntries.AddTo(entries, snapshot.Reader, cancellation);
        ColumnEntries.AddTo(entries, snapshot);
        TitleEntries.AddTo(entries, snapshot.Reader, scans);
        foreach (SuggestionEntry entry in entries.Entries.Where(entry => entry.Articles >= CountedAhead))
        {
            cancellation.ThrowIfCancellationRequested();
            counts.Of(entry.Query());
        }

        return new Suggester(entries.Entries);
    }

    private SegmentScan[] Scan(DirectoryReader reader, CancellationToken cancellation)
    {
        var scans = new Dictionary<string, SegmentScan>(StringComparer.Ordinal);
        var ordered = new List<SegmentScan>();
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            string id = Convert.ToHexString(leaf.Reader.Commit.Info.Id.Span);
            SegmentScan scan = _scans.GetValueOrDefault(id) ?? SegmentScan.Read(leaf.Reader, cancellation);
            scans[id] = scan;
            ordered.Add(scan);
        }

        _scans = scans;
        return [.. ordered];
    }
}
