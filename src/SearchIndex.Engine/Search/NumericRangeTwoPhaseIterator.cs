using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Search;

/// <summary>The documents whose number lies in a range: all with a number, then a look at it.</summary>
internal sealed class NumericRangeTwoPhaseIterator : TwoPhaseIterator
{
    private readonly NumericDocValues _values;
    private readonly long _from;
    private readonly long _to;

    /// <summary>Creates the iterator; both ends are inclusive.</summary>
    public NumericRangeTwoPhaseIterator(NumericDocValues values, long from, long to)
        : base(values)
    {
        _values = values;
        _from = from;
        _to = to;
    }

    /// <inheritdoc/>
    public override float MatchCost => 2f;

    /// <inheritdoc/>
    public override bool Matches()
    {
        long value = _values.Value;
        return value >= _from && value <= _to;
    }
}
