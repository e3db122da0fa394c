namespace SearchIndex.Engine.Documents;

/// <summary>A named value of a document, with what is done with it. Holds either a text or a number.</summary>
public sealed record Field
{
    /// <summary>Creates a field with a text.</summary>
    public Field(string name, string text, FieldType type)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(type);
        Name = name;
        Text = text;
        Type = type;
    }

    /// <summary>Creates a field with a number, which can be stored and be a numeric column but has no terms.</summary>
    public Field(string name, long number, FieldType type)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(type);
        Name = name;
        Number = number;
        Type = type;
    }

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>Gets the text, or null when the value is a number.</summary>
    public string? Text { get; }

    /// <summary>Gets the number; 0 when the value is a text.</summary>
    public long Number { get; }

    /// <summary>Gets what is done with the value.</summary>
    public FieldType Type { get; }
}
