namespace SearchIndex.Engine.Analysis;

/// <summary>Knows how the text of each field becomes tokens. Safe for several threads; the streams it makes are not.</summary>
public abstract class Analyzer
{
    /// <summary>Makes a token stream for a field. Callers keep and reset it for further texts.</summary>
    public abstract TokenStream CreateTokenStream(string field);

    /// <summary>Returns the extra position increment between two values of a field in one document.</summary>
    public virtual int PositionIncrementGap(string field) => 0;

    /// <summary>Returns the extra offset between two values of a field in one document.</summary>
    public virtual int OffsetGap(string field) => 1;
}
