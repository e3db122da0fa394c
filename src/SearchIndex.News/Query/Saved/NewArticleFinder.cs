using System.Globalization;
using System.Text;
using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;
using SearchIndex.News.Duplicates;

namespace SearchIndex.News.Query.Saved;

/// <summary>Finds those hits of searches that were first seen lately, in one snapshot.</summary>
internal sealed class NewArticleFinder
{
    /// <summary>The most articles that are returned for a search.</summary>
    public const int MaxArticles = 100;

    private readonly IndexSnapshot _snapshot;
    private readonly List<(int Doc, DateTimeOffset FirstSeen)> _newest;

    /// <summary>Looks for the articles in the snapshot.</summary>
    public NewArticleFinder(IndexSnapshot snapshot, IReadOnlyList<(ulong Id, DateTimeOffset FirstSeen)> newest)
    {
        _snapshot = snapshot;
        var placed = new List<(int Doc, DateTimeOffset FirstSeen, long Published)>();
        foreach (LeafReaderContext leaf in snapshot.Reader.Leaves)
        {
            placed.AddRange(PlacesIn(leaf, newest));
        }

        _newest = [.. placed
            .OrderByDescending(place => place.FirstSeen)
            .ThenByDescending(place => place.Published)
            .ThenBy(place => place.Doc)
            .Select(place => (place.Doc, place.FirstSeen))];
    }

    /// <summary>Returns the new ones of a search, the newest first.</summary>
    public IReadOnlyList<NewArticle> Find(QueryPlan plan, bool collapses, CancellationToken cancellation)
    {
        if (_newest.Count == 0)
        {
            return [];
        }

        var matches = new MatchSetCollector(_snapshot.Reader.MaxDoc);
        _snapshot.Searcher.Search(plan.Ranking, matches, cancellation);
        var reader = new HitReader(_snapshot, plan.Marks);
        var groups = new HashSet<int>();
        return [.. _newest.AsEnumerable()
            .Reverse()
            .Where(place => matches.Documents[place.Doc] && (!collapses || IsFirstOfGroup(place.Doc, groups)))
            .Reverse()
            .Take(MaxArticles)
            .Select(place => new NewArticle(place.FirstSeen, reader.ReadHit(new ScoreDoc(place.Doc, 0f), [])))];
    }

    /// <summary>Tells whether no version of an article was asked about before; the oldest is asked about first.</summary>
    private bool IsFirstOfGroup(int doc, HashSet<int> groups)
    {
        int group = _snapshot.Duplicates.GroupOf(doc);
        return group == DuplicateGroups.None || groups.Add(group);
    }

    private static List<(int Doc, DateTimeOffset FirstSeen, long Published)> PlacesIn(
        LeafReaderContext leaf, IReadOnlyList<(ulong Id, DateTimeOffset FirstSeen)> newest)
    {
        var places = new List<(int Doc, DateTimeOffset FirstSeen)>();
        if (leaf.Reader.Terms(ArticleSchema.Id)?.Iterator() is not { } terms)
        {
            return [];
        }

        foreach ((ulong id, DateTimeOffset firstSeen) in newest)
        {
            if (!terms.SeekExact(Encoding.ASCII.GetBytes(id.ToString("x16", CultureInfo.InvariantCulture))))
            {
                continue;
            }

            PostingsEnum postings = terms.Postings(PostingsFeatures.Docs);
            for (int doc = postings.NextDoc(); doc != DocIdSetIterator.NoMoreDocs; doc = postings.NextDoc())
            {
                if (leaf.Reader.LiveDocs is null || leaf.Reader.LiveDocs[doc])
                {
                    places.Add((doc, firstSeen));
                }
            }
        }

        NumericDocValues? published = leaf.Reader.GetNumericDocValues(ArticleSchema.Published);
        return [.. places.OrderBy(place => place.Doc).Select(place => (
            leaf.DocBase + place.Doc,
            place.FirstSeen,
            published is not null && published.AdvanceExact(place.Doc) ? published.Value : long.MinValue))];
    }
}
