using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Search;

/// <summary>Walks over the terms of a segment that begin with the given bytes, in ascending order.</summary>
internal sealed class PrefixTerms
{
    private readonly byte[] _prefix;
    private bool _started;

    /// <summary>Creates a walk before the first term.</summary>
    public PrefixTerms(Terms terms, ReadOnlySpan<byte> prefix)
    {
        Current = terms.Iterator();
        _prefix = prefix.ToArray();
    }

    /// <summary>Gets the enum, which stands at the current term.</summary>
    public TermsEnum Current { get; }

    /// <summary>Moves to the next term; false behind the last, after which it must not be called again.</summary>
    public bool Next()
    {
        bool there = _started ? Current.Next() : Current.SeekCeil(_prefix) != SeekStatus.End;
        _started = true;
        return there && Current.Term.StartsWith(_prefix);
    }
}
