using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Index.Checks;

/// <summary>
/// Every tree of points has the points and documents that are recorded, in order and within the bounds of their cells, and a search of it
/// finds what a walk finds (spec 14, 22).
/// </summary>
internal static class PointsCheck
{
    public static string Run(SegmentReader reader, CancellationToken cancellation)
    {
        int fields = 0, unread = 0;
        long points = 0;
        foreach (FieldInfo field in reader.FieldInfos.Where(field => field.HasPoints))
        {
            cancellation.ThrowIfCancellationRequested();
            if (field.PointDimensionCount > 1)
            {
                unread++; // This engine does not read such trees; their files have the right checksums.
                continue;
            }

            fields++;
            points += FieldPart.Run(field, () => CheckField(reader, field));
        }

        return unread == 0 ? $"{fields} fields, {points} points" : $"{fields} fields, {points} points; {unread} of several dimensions not read";
    }

    private static long CheckField(SegmentReader reader, FieldInfo field)
    {
        if (reader.GetPointValues(field.Name) is not { } values)
        {
            return 0; // No document of this segment has the field.
        }

        var walk = new PointsWalk(values, reader.MaxDoc);
        values.Intersect(walk);
        walk.Finish();
        Find(values, from: [], walk.Documents);
        Find(values, walk.Middle, walk.Documents[walk.FirstOfMiddle..]);
        return values.Count;
    }

    /// <summary>Searches for the points from a value on, and expects their documents.</summary>
    private static void Find(PointValues values, byte[] from, ReadOnlySpan<int> expected)
    {
        var search = new PointsSearch(from);
        values.Intersect(search);
        bool same = search.Documents.SequenceEqual(expected);
        Expect.That(same, $"a search finds {search.Documents.Length} points, or others, where a walk finds {expected.Length}");
    }
}
