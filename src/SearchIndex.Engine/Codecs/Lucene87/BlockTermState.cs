namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>What the terms dictionary keeps for a term: its statistics and where its postings lie (spec 5.7).</summary>
internal struct BlockTermState
{
    /// <summary>Stands for "no document" and "no offset".</summary>
    public const int None = -1;

    /// <summary>The number of documents.</summary>
    public int DocFreq;

    /// <summary>The number of occurrences; <see cref="DocFreq"/> without frequencies.</summary>
    public long TotalTermFreq;

    /// <summary>Where the postings start in <c>.doc</c>.</summary>
    public long DocStart;

    /// <summary>Where the positions start in <c>.pos</c>.</summary>
    public long PosStart;

    /// <summary>Where the offsets and payloads start in <c>.pay</c>.</summary>
    public long PayStart;

    /// <summary>From <see cref="PosStart"/> to the tail of the positions; -1 unless there are more than 128 occurrences.</summary>
    public long LastPosBlockOffset;

    /// <summary>From <see cref="DocStart"/> to the skip data; -1 unless there are more than 128 documents.</summary>
    public long SkipOffset;

    /// <summary>The only document, or -1 when there are several.</summary>
    public int SingletonDoc;
}
