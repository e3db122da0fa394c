namespace SearchIndex.Engine.Codecs;

/// <summary>Is handed the stored fields of a document one by one, in the order in which they were added.</summary>
public abstract class StoredFieldVisitor
{
    /// <summary>Tells whether the value of this field is wanted; when not, its bytes are passed over.</summary>
    public virtual bool Needs(FieldInfo field) => true;

    /// <summary>Receives a string as UTF-8; the view is valid during the call.</summary>
    public virtual void StringField(FieldInfo field, ReadOnlySpan<byte> utf8)
    {
    }

    /// <summary>Receives bytes; the view is valid during the call.</summary>
    public virtual void BinaryField(FieldInfo field, ReadOnlySpan<byte> value)
    {
    }

    /// <summary>Receives a 32-bit number.</summary>
    public virtual void Int32Field(FieldInfo field, int value)
    {
    }

    /// <summary>Receives a 64-bit number.</summary>
    public virtual void Int64Field(FieldInfo field, long value)
    {
    }

    /// <summary>Receives a single-precision number.</summary>
    public virtual void SingleField(FieldInfo field, float value)
    {
    }

    /// <summary>Receives a double-precision number.</summary>
    public virtual void DoubleField(FieldInfo field, double value)
    {
    }
}
