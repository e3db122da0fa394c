using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Tests.Search.Support;

/// <summary>What a <see cref="MemoryCodec"/> keeps of a segment.</summary>
internal sealed class MemorySegment
{
    public SegmentInfo? Info { get; set; }

    public FieldInfos? Fields { get; set; }

    public FixedBitSet? LiveDocs { get; set; }

    public Dictionary<string, MemoryTerms> Terms { get; } = [];

    public Dictionary<string, MemoryColumn> Norms { get; } = [];

    public Dictionary<string, MemoryColumn> Numbers { get; } = [];
}
