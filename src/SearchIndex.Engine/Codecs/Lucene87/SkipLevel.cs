using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>Where a <see cref="SkipReader"/> stands on one level.</summary>
internal sealed class SkipLevel
{
    /// <summary>The last entry below the target, or the start of the term.</summary>
    public SkipPoint Before;

    /// <summary>The entry behind it; its document is <see cref="DocIdSetIterator.NoMoreDocs"/> when there is none.</summary>
    public SkipPoint Next;

    private Impact[] _impacts = new Impact[16];
    private int _impactCount;

    /// <summary>Gets or sets where the level starts in the file.</summary>
    public long Start { get; set; }

    /// <summary>Gets or sets where the entry behind <see cref="Next"/> starts in the file.</summary>
    public long Position { get; set; }

    /// <summary>Gets or sets where the level below continues behind <see cref="Before"/>, from its start.</summary>
    public long ChildOfBefore { get; set; }

    /// <summary>Gets or sets where the level below continues behind <see cref="Next"/>, from its start.</summary>
    public long ChildOfNext { get; set; }

    /// <summary>Gets or sets where the impacts of <see cref="Next"/> start in the file.</summary>
    public long ImpactsStart { get; set; }

    /// <summary>Gets or sets the bytes of these impacts.</summary>
    public int ImpactsLength { get; set; }

    /// <summary>Notes that <see cref="Next"/> has changed.</summary>
    public void ForgetImpacts() => _impactCount = 0;

    /// <summary>Returns the impacts of <see cref="Next"/> (spec 5.6).</summary>
    public ReadOnlySpan<Impact> DecodeImpacts(IndexInput input)
    {
        if (_impactCount == 0)
        {
            Decode(new SpanReader(input.SpanAt(ImpactsStart, ImpactsLength), input), input);
        }

        return _impacts.AsSpan(0, _impactCount);
    }

    private void Decode(SpanReader reader, IndexInput input)
    {
        long freq = 0;
        long norm = 0;
        int count = 0;
        do
        {
            int code = reader.ReadVInt32();
            freq += (code >>> 1) + 1L;
            norm += 1 + ((code & 1) != 0 ? reader.ReadZInt64() : 0);
            if (freq > int.MaxValue)
            {
                throw new CorruptIndexException($"an impact with frequency {freq}", input.Name, ImpactsStart);
            }

            if (count == _impacts.Length)
            {
                Array.Resize(ref _impacts, 2 * count);
            }

            _impacts[count++] = new Impact((int)freq, norm);
        }
        while (reader.Left > 0);
        _impactCount = count;
    }
}
