using System.Collections.Immutable;

namespace SearchIndex.Engine.Search;

/// <summary>
/// What stands near others in a <see cref="ProximityQuery"/>: one or more forms that may stand for each other, as 特朗普 and 川普 do. Two
/// units are equal when their forms are, in the same order.
/// </summary>
public sealed record ProximityUnit
{
    private readonly ImmutableArray<ProximityForm> _forms;

    /// <summary>Creates the unit.</summary>
    /// <param name="forms">The forms, one or more, all of one field; the rarity of the first one that the index has counts.</param>
    /// <exception cref="ArgumentException">There is none, or they are of several fields.</exception>
    public ProximityUnit(params IEnumerable<ProximityForm> forms)
    {
        _forms = [.. forms];
        if (_forms.IsEmpty)
        {
            throw new ArgumentException("a unit needs a form", nameof(forms));
        }

        Field = _forms[0].Pattern().Field;
        if (_forms.Any(form => form.Pattern().Field != Field))
        {
            throw new ArgumentException($"all forms must be of the field {Field}", nameof(forms));
        }
    }

    /// <summary>Gets the forms.</summary>
    public IReadOnlyList<ProximityForm> Forms => _forms;

    /// <summary>Gets the field.</summary>
    public string Field { get; }

    /// <inheritdoc/>
    public bool Equals(ProximityUnit? other) => other is not null && _forms.AsSpan().SequenceEqual(other._forms.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (ProximityForm form in _forms)
        {
            hash.Add(form);
        }

        return hash.ToHashCode();
    }

    /// <summary>Returns <c>one</c> or <c>(one | two)</c>; terms of the field go without its name.</summary>
    internal string ToString(string field)
    {
        string forms = string.Join(" | ", _forms.Select(form => form.ToString(field)));
        return _forms.Length == 1 ? forms : "(" + forms + ")";
    }
}
