using System.Runtime.Intrinsics;

namespace SearchIndex.Engine.Util.Simd;

/// <summary>Lets a kernel use what the processor has.</summary>
internal readonly struct HardwareVectors : IVectorProbe
{
    public static bool HasVector256 => Vector256.IsHardwareAccelerated && BitConverter.IsLittleEndian;

    public static bool HasVector128 => Vector128.IsHardwareAccelerated;
}
