using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Search;

/// <summary>
/// Where a match stands in the order of a search: the greater, the earlier it comes. A search can go on behind it
/// (<see cref="IndexSearcher.SearchAfter"/>); it means something to the very view of the index that it was found in only.
/// </summary>
/// <param name="HasValue">Whether the document has a number in the column of the <see cref="Sort"/>; false without one.</param>
/// <param name="Rank">That number, turned round in an ascending order; 0 without one.</param>
/// <param name="Score">The score; 0 in the order of a <see cref="Sort"/>.</param>
/// <param name="Doc">The number of the document in the whole index.</param>
public readonly record struct HitPlace(bool HasValue, long Rank, float Score, int Doc) : IComparable<HitPlace>
{
    /// <summary>Compares two places: above 0 when this one comes earlier.</summary>
    public int CompareTo(HitPlace other)
    {
        int order = HasValue.CompareTo(other.HasValue);
        order = order != 0 ? order : Rank.CompareTo(other.Rank);
        order = order != 0 ? order : Score.CompareTo(other.Score);
        return order != 0 ? order : other.Doc.CompareTo(Doc);
    }

    /// <summary>Tells whether the left place comes later.</summary>
    public static bool operator <(HitPlace left, HitPlace right) => left.CompareTo(right) < 0;

    /// <summary>Tells whether the left place comes later, or is the same.</summary>
    public static bool operator <=(HitPlace left, HitPlace right) => left.CompareTo(right) <= 0;

    /// <summary>Tells whether the left place comes earlier.</summary>
    public static bool operator >(HitPlace left, HitPlace right) => left.CompareTo(right) > 0;

    /// <summary>Tells whether the left place comes earlier, or is the same.</summary>
    public static bool operator >=(HitPlace left, HitPlace right) => left.CompareTo(right) >= 0;

    /// <summary>Returns the place of a document in the order of a column.</summary>
    /// <param name="values">The column of the segment; null when no document has a number.</param>
    /// <param name="sort">The order.</param>
    /// <param name="doc">The number of the document in the segment; documents are asked for in ascending order.</param>
    /// <param name="docBase">The number of the first document of the segment.</param>
    internal static HitPlace Of(NumericDocValues? values, Sort sort, int doc, int docBase)
    {
        bool hasValue = values is not null && values.AdvanceExact(doc);
        long value = hasValue ? values!.Value : 0;

        // The complement turns the order round, also at the ends of the range where a negation would overflow.
        return new HitPlace(hasValue, hasValue && !sort.Descending ? ~value : value, 0f, docBase + doc);
    }
}
