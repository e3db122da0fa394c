using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SearchIndex.Engine.Util.Simd;

/// <summary>
/// Turns the deltas of a block into the numbers themselves. A vector holds four numbers; two shifted additions sum inside of it, and
/// its last lane is carried to the next one, so that only one addition and one shuffle wait for each other.
/// </summary>
internal static class PrefixSum
{
    private const int Lanes = 4;

    /// <summary>Adds to each number all numbers before it and <paramref name="start"/>. Overflow wraps around.</summary>
    public static void Run(Span<int> values, int start) => Run<HardwareVectors>(values, start);

    /// <summary>Does so with the body that <typeparamref name="TVectors"/> asks for.</summary>
    public static void Run<TVectors>(Span<int> values, int start)
        where TVectors : struct, IVectorProbe
    {
        int done = 0;
        if (TVectors.HasVector128)
        {
            done = RunVectors(values, ref start);
        }

        for (int index = done; index < values.Length; index++)
        {
            start += values[index];
            values[index] = start;
        }
    }

    private static int RunVectors(Span<int> values, ref int start)
    {
        ref int first = ref MemoryMarshal.GetReference(values);
        int end = values.Length - (values.Length % Lanes);
        Vector128<int> carry = Vector128.Create(start);
        Vector128<int> last = Vector128.Create(3);
        for (int index = 0; index < end; index += Lanes)
        {
            Vector128<int> sums = Vector128.LoadUnsafe(ref first, (nuint)index);
            sums += Vector128.Shuffle(sums, Vector128.Create(4, 0, 1, 2)); // An index of 4 gives zero.
            sums += Vector128.Shuffle(sums, Vector128.Create(4, 4, 0, 1));
            sums += carry;
            sums.StoreUnsafe(ref first, (nuint)index);
            carry = Vector128.Shuffle(sums, last);
        }

        start = carry[0];
        return end;
    }
}
