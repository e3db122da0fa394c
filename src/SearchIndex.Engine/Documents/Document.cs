namespace SearchIndex.Engine.Documents;

/// <summary>What is handed to the index as one unit: fields in order. A name may occur several times.</summary>
public sealed class Document
{
    private readonly List<Field> _fields = [];

    /// <summary>Gets the fields in the order in which they were added.</summary>
    public IReadOnlyList<Field> Fields => _fields;

    /// <summary>Adds a field.</summary>
    public void Add(Field field)
    {
        ArgumentNullException.ThrowIfNull(field);
        _fields.Add(field);
    }
}
