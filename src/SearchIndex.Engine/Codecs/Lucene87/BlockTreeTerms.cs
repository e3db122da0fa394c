namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>The terms of a field in a block tree (spec 6). Safe for several threads.</summary>
internal sealed class BlockTreeTerms : Terms
{
    private readonly BlockTreeTermsReader _reader;
    private readonly TermsFieldMeta _meta;
    private readonly Fst _index;

    public BlockTreeTerms(BlockTreeTermsReader reader, TermsFieldMeta meta, Fst index)
    {
        _reader = reader;
        _meta = meta;
        _index = index;
    }

    /// <inheritdoc/>
    public override long Count => _meta.TermCount;

    /// <inheritdoc/>
    public override int DocCount => _meta.DocCount;

    /// <inheritdoc/>
    public override long SumDocFreq => _meta.SumDocFreq;

    /// <inheritdoc/>
    public override long SumTotalTermFreq => _meta.SumTotalTermFreq;

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> Min => _meta.MinTerm;

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> Max => _meta.MaxTerm;

    /// <inheritdoc/>
    public override TermsEnum Iterator() => new BlockTreeTermsEnum(_reader, _meta, _index);
}
