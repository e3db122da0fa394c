using System.Collections.Frozen;

namespace SearchIndex.Engine.Analysis;

/// <summary>Uses one analyzer for named fields and another for the rest.</summary>
public sealed class PerFieldAnalyzer : Analyzer
{
    private readonly Analyzer _fallback;
    private readonly FrozenDictionary<string, Analyzer> _byField;

    /// <summary>Creates the analyzer.</summary>
    /// <param name="fallback">Serves the fields that are not named.</param>
    /// <param name="byField">The analyzers of the named fields.</param>
    public PerFieldAnalyzer(Analyzer fallback, IReadOnlyDictionary<string, Analyzer> byField)
    {
        ArgumentNullException.ThrowIfNull(fallback);
        _fallback = fallback;
        _byField = byField.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public override TokenStream CreateTokenStream(string field) => Find(field).CreateTokenStream(field);

    /// <inheritdoc/>
    public override int PositionIncrementGap(string field) => Find(field).PositionIncrementGap(field);

    /// <inheritdoc/>
    public override int OffsetGap(string field) => Find(field).OffsetGap(field);

    private Analyzer Find(string field) => _byField.GetValueOrDefault(field, _fallback);
}
