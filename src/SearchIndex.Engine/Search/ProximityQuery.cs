using System.Collections.Immutable;
using System.Globalization;

namespace SearchIndex.Engine.Search;

/// <summary>
/// Finds the documents in which several units stand near each other. A window is a choice of one occurrence of each unit, no two of which
/// overlap; its gap is the number of positions from its first to its last that belong to none of them. A document matches when it has a
/// window whose gap is not above <see cref="MaxGap"/>, and, if <see cref="IsOrdered"/>, in which the units stand in the order of the
/// query. A unit that is there twice needs two occurrences.
/// <para>
/// The score is that of a phrase which occurs as often as the sum of <c>1 / (1 + gap)</c> over windows tells: from the start of the
/// document the window that ends first, of those the one with the smallest gap, and on behind it.
/// </para>
/// Two queries are equal when units (in their order), gap and order are.
/// </summary>
public sealed record ProximityQuery : Query
{
    /// <summary>The greatest number of units.</summary>
    public const int MaxUnits = 16;

    private readonly ImmutableArray<ProximityUnit> _units;

    /// <summary>Creates the query.</summary>
    /// <param name="units">The units, 1 to <see cref="MaxUnits"/>, all of one field.</param>
    /// <param name="maxGap">The greatest gap, 0 or more.</param>
    /// <param name="isOrdered">Whether the units must stand in this order.</param>
    /// <exception cref="ArgumentException">There are too many units or none, or they are of several fields.</exception>
    public ProximityQuery(IEnumerable<ProximityUnit> units, int maxGap, bool isOrdered = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxGap);
        _units = [.. units];
        if (_units.Length is 0 or > MaxUnits)
        {
            throw new ArgumentException($"{_units.Length} units, but there must be 1 to {MaxUnits}", nameof(units));
        }

        if (_units.Any(unit => unit.Field != _units[0].Field))
        {
            throw new ArgumentException($"all units must be of the field {_units[0].Field}", nameof(units));
        }

        MaxGap = maxGap;
        IsOrdered = isOrdered;
    }

    /// <summary>Gets the units.</summary>
    public IReadOnlyList<ProximityUnit> Units => _units;

    /// <summary>Gets the greatest gap.</summary>
    public int MaxGap { get; }

    /// <summary>Gets whether the units must stand in their order.</summary>
    public bool IsOrdered { get; }

    /// <summary>Gets the field of all units.</summary>
    public string Field => _units[0].Field;

    /// <inheritdoc/>
    public override Weight CreateWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) =>
        new ProximityWeight(this, searcher, scoreMode, boost);

    /// <inheritdoc/>
    public bool Equals(ProximityQuery? other) =>
        other is not null && MaxGap == other.MaxGap && IsOrdered == other.IsOrdered && _units.AsSpan().SequenceEqual(other._units.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(MaxGap);
        hash.Add(IsOrdered);
        foreach (ProximityUnit unit in _units)
        {
            hash.Add(unit);
        }

        return hash.ToHashCode();
    }

    /// <summary>Returns <c>field:near(one, (two | three))~10</c>, with <c>~&gt;10</c> when the order counts.</summary>
    public override string ToString(string field)
    {
        string units = string.Join(", ", _units.Select(unit => unit.ToString(Field)));
        string gap = (IsOrdered ? ">" : string.Empty) + MaxGap.ToString(CultureInfo.InvariantCulture);
        return $"{QueryFormat.Prefix(Field, field)}near({units})~{gap}";
    }
}
