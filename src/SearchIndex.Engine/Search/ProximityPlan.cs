namespace SearchIndex.Engine.Search;

/// <summary>What the windows of a <see cref="ProximityQuery"/> are made of; units that are equal are of one kind.</summary>
internal sealed class ProximityPlan
{
    /// <summary>Creates the plan of a query.</summary>
    public ProximityPlan(ProximityQuery query)
    {
        Kinds = [.. query.Units.Distinct()];
        KindOfUnit = [.. query.Units.Select(unit => Kinds.IndexOf(unit))];
        LongestOfKind = [.. Kinds.Select(kind => kind.Forms.Max(form => form.Length))];
        MaxGap = query.MaxGap;
        IsOrdered = query.IsOrdered;
    }

    private ProximityPlan(ProximityPlan plan, int unit)
    {
        Kinds = plan.Kinds;
        KindOfUnit = [.. plan.KindOfUnit];
        KindOfUnit[unit] = plan.LongestOfKind.Length;
        LongestOfKind = [.. plan.LongestOfKind, plan.LongestOfKind[plan.KindOfUnit[unit]]];
        MaxGap = plan.MaxGap;
        IsOrdered = plan.IsOrdered;
    }

    /// <summary>Gets the different units.</summary>
    public List<ProximityUnit> Kinds { get; }

    /// <summary>Gets for each unit which kind it is of.</summary>
    public int[] KindOfUnit { get; }

    /// <summary>Gets for each kind the length of its longest form, in positions.</summary>
    public int[] LongestOfKind { get; }

    /// <summary>Gets the greatest gap.</summary>
    public int MaxGap { get; }

    /// <summary>Gets whether the units must stand in their order.</summary>
    public bool IsOrdered { get; }

    /// <summary>Gets how many positions a window has at most.</summary>
    public long LongestWindow => (long)MaxGap + KindOfUnit.Sum(kind => (long)LongestOfKind[kind]);

    /// <summary>Returns the plan in which one unit is of a kind of its own, whose number is that of the kinds so far.</summary>
    public ProximityPlan WithUnitApart(int unit) => new(this, unit);
}
