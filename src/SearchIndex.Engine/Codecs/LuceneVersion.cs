namespace SearchIndex.Engine.Codecs;

/// <summary>A version of Lucene, as files record it.</summary>
/// <param name="Major">The major number.</param>
/// <param name="Minor">The minor number.</param>
/// <param name="Bugfix">The bug-fix number.</param>
public readonly record struct LuceneVersion(int Major, int Minor, int Bugfix) : IComparable<LuceneVersion>
{
    /// <summary>Gets the version that this engine records in what it writes: the first with this format.</summary>
    public static LuceneVersion Current { get; } = new(8, 7, 0);

    /// <summary>Gets whether each part is of a size that a version can have.</summary>
    public bool IsPlausible => Major is >= 0 and <= byte.MaxValue && Minor is >= 0 and <= byte.MaxValue && Bugfix is >= 0 and <= byte.MaxValue;

    /// <summary>Tells whether the left version is older.</summary>
    public static bool operator <(LuceneVersion left, LuceneVersion right) => left.CompareTo(right) < 0;

    /// <summary>Tells whether the left version is newer.</summary>
    public static bool operator >(LuceneVersion left, LuceneVersion right) => left.CompareTo(right) > 0;

    /// <summary>Tells whether the left version is not newer.</summary>
    public static bool operator <=(LuceneVersion left, LuceneVersion right) => left.CompareTo(right) <= 0;

    /// <summary>Tells whether the left version is not older.</summary>
    public static bool operator >=(LuceneVersion left, LuceneVersion right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public int CompareTo(LuceneVersion other) =>
        (Major, Minor, Bugfix).CompareTo((other.Major, other.Minor, other.Bugfix));

    /// <inheritdoc/>
    public override string ToString() => $"{Major}.{Minor}.{Bugfix}";
}
