using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SearchIndex.Engine.Util.Simd;

/// <summary>Sums up numbers of 32 bits in 64, so that no sum of a damaged block wraps around. A vector adds four at a time.</summary>
internal static class BlockSum
{
    private const int Lanes = 4;

    /// <summary>Returns the sum.</summary>
    public static long Run(ReadOnlySpan<int> values) => Run<HardwareVectors>(values);

    /// <summary>Does so with the body that <typeparamref name="TVectors"/> asks for.</summary>
    public static long Run<TVectors>(ReadOnlySpan<int> values)
        where TVectors : struct, IVectorProbe
    {
        long sum = 0;
        int index = 0;
        if (TVectors.HasVector256)
        {
            ref int first = ref MemoryMarshal.GetReference(values);
            Vector256<long> sums = Vector256<long>.Zero;
            for (; index <= values.Length - Lanes; index += Lanes)
            {
                sums += Vector256.WidenLower(Vector128.LoadUnsafe(ref first, (nuint)index).ToVector256());
            }

            sum = Vector256.Sum(sums);
        }

        for (; index < values.Length; index++)
        {
            sum += values[index];
        }

        return sum;
    }
}
