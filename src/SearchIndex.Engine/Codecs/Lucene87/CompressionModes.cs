namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>The names of the two trades between speed and size, as attributes record them (spec 4.1, 4.2).</summary>
internal static class CompressionModes
{
    public const string BestSpeed = "BEST_SPEED";
    public const string BestCompression = "BEST_COMPRESSION";
}
