using System.Collections;

namespace SearchIndex.Engine.Codecs;

/// <summary>The fields of a segment, by name and by number.</summary>
public sealed class FieldInfos : IReadOnlyCollection<FieldInfo>
{
    private readonly List<FieldInfo> _fields;
    private readonly Dictionary<string, FieldInfo> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<int, FieldInfo> _byNumber = [];

    /// <summary>Creates the collection; its order is kept.</summary>
    /// <exception cref="ArgumentException">A name or a number occurs twice.</exception>
    public FieldInfos(IEnumerable<FieldInfo> fields)
    {
        _fields = [.. fields];
        foreach (FieldInfo field in _fields)
        {
            if (!_byName.TryAdd(field.Name, field) || !_byNumber.TryAdd(field.Number, field))
            {
                throw new ArgumentException($"field {field.Name} with number {field.Number} occurs twice", nameof(fields));
            }
        }
    }

    /// <inheritdoc/>
    public int Count => _fields.Count;

    /// <summary>Returns the field of a name, or null.</summary>
    public FieldInfo? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Returns the field of a number, or null.</summary>
    public FieldInfo? Find(int number) => _byNumber.GetValueOrDefault(number);

    /// <inheritdoc/>
    public IEnumerator<FieldInfo> GetEnumerator() => _fields.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
