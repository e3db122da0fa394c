namespace SearchIndex.Engine.Util.Simd;

/// <summary>Keeps a kernel to its scalar body.</summary>
internal readonly struct ScalarOnly : IVectorProbe
{
    public static bool HasVector256 => false;

    public static bool HasVector128 => false;
}
