using System.Text;

namespace SearchIndex.Engine.Index;

/// <summary>A term of a field.</summary>
public readonly struct Term : IEquatable<Term>, IComparable<Term>
{
    private readonly byte[] _bytes;

    /// <summary>Creates a term from text.</summary>
    public Term(string field, string text)
        : this(field, Encoding.UTF8.GetBytes(text))
    {
    }

    /// <summary>Creates a term from bytes, which must not change any more.</summary>
    public Term(string field, byte[] bytes)
    {
        ArgumentException.ThrowIfNullOrEmpty(field);
        ArgumentNullException.ThrowIfNull(bytes);
        Field = field;
        _bytes = bytes;
    }

    /// <summary>Gets the name of the field.</summary>
    public string Field { get; }

    /// <summary>Gets the bytes of the term.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Gets the bytes as text.</summary>
    public string Text => Encoding.UTF8.GetString(_bytes);

    /// <summary>Tells whether two terms are the same.</summary>
    public static bool operator ==(Term left, Term right) => left.Equals(right);

    /// <summary>Tells whether two terms differ.</summary>
    public static bool operator !=(Term left, Term right) => !left.Equals(right);

    /// <summary>Tells whether the left term sorts before the right.</summary>
    public static bool operator <(Term left, Term right) => left.CompareTo(right) < 0;

    /// <summary>Tells whether the left term sorts behind the right.</summary>
    public static bool operator >(Term left, Term right) => left.CompareTo(right) > 0;

    /// <summary>Tells whether the left term does not sort behind the right.</summary>
    public static bool operator <=(Term left, Term right) => left.CompareTo(right) <= 0;

    /// <summary>Tells whether the left term does not sort before the right.</summary>
    public static bool operator >=(Term left, Term right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public int CompareTo(Term other)
    {
        int order = string.CompareOrdinal(Field, other.Field);
        return order != 0 ? order : Bytes.SequenceCompareTo(other.Bytes);
    }

    /// <inheritdoc/>
    public bool Equals(Term other) => Field == other.Field && Bytes.SequenceEqual(other.Bytes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Term other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Field);
        hash.AddBytes(_bytes);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Field}:{Text}";
}
