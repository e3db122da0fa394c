using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SearchIndex.Engine.Util.Simd;

/// <summary>
/// The last step of BM25, <c>weight - weight / (1 + x)</c>, over many numbers: a vector holds eight of them, and each lane rounds after every
/// operation as the scalar body does, so both give the same bits. A division of eight numbers takes hardly longer than one of a single
/// number. What is left after the last whole vector is done one by one.
/// </summary>
internal static class Saturation
{
    private const int Lanes = 8;

    /// <summary>Puts the result in the place of each number.</summary>
    public static void Run(Span<float> values, float weight) => Run<HardwareVectors>(values, weight);

    /// <summary>Does so with the body that <typeparamref name="TVectors"/> asks for.</summary>
    public static void Run<TVectors>(Span<float> values, float weight)
        where TVectors : struct, IVectorProbe
    {
        int index = 0;
        if (TVectors.HasVector256)
        {
            ref float first = ref MemoryMarshal.GetReference(values);
            Vector256<float> weights = Vector256.Create(weight);
            for (; index <= values.Length - Lanes; index += Lanes)
            {
                Vector256<float> saturated = weights - (weights / (Vector256<float>.One + Vector256.LoadUnsafe(ref first, (nuint)index)));
                saturated.StoreUnsafe(ref first, (nuint)index);
            }
        }

        for (; index < values.Length; index++)
        {
            values[index] = weight - (weight / (1f + values[index]));
        }
    }
}
