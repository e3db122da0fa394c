namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>The numbers of the index of block prefixes (spec 6.6).</summary>
internal static class FstFormat
{
    public const string Codec = "FST";
    public const int MinVersion = 6;
    public const int Version = 7;

    /// <summary>The input type of one byte per label.</summary>
    public const byte ByteLabels = 0;

    /// <summary>The first byte of a node whose arcs have one size each and are searched by label.</summary>
    public const byte SearchedNode = 0x20;

    /// <summary>The first byte of a node whose arcs are addressed by label.</summary>
    public const byte DirectNode = 0x40;

    public const byte FinalArc = 1;
    public const byte LastArc = 2;
    public const byte TargetNext = 4;
    public const byte StopNode = 8;
    public const byte HasOutput = 16;
    public const byte HasFinalOutput = 32;

    /// <summary>Returns the bytes that hold one bit for each label of a range.</summary>
    public static int PresenceBytes(int range) => (range + 7) >> 3;
}
