using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SearchIndex.Engine.Util.Simd;

/// <summary>
/// Copies the short runs that expanding LZ4 is made of: mostly less than twenty bytes, for which a call of the general copy costs more than
/// the bytes. A vector holds sixteen bytes; the last one may write up to fifteen bytes too many, which is right because the text behind a
/// run is written later, and safe because near the end of the destination the exact body takes over.
/// </summary>
internal static class RunCopy
{
    private const int Width = 16;
    private const int HalfWidth = 8;

    /// <summary>Copies a run from one buffer to another; up to 15 bytes of the destination behind it may change too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Copy<TVectors>(ReadOnlySpan<byte> source, int from, Span<byte> destination, int to, int length)
        where TVectors : struct, IVectorProbe
    {
        Debug.Assert((uint)from <= (uint)source.Length && length <= source.Length - from, "the run lies in the source");
        if (TVectors.HasVector128 && length <= source.Length - from - Width && length <= destination.Length - to - Width)
        {
            ref byte target = ref MemoryMarshal.GetReference(destination);
            CopyVectors(ref MemoryMarshal.GetReference(source), from, ref target, to, length);
            return;
        }

        source.Slice(from, length).CopyTo(destination[to..]);
    }

    /// <summary>
    /// Writes a run that repeats what stands <paramref name="distance"/> bytes before it, and with that possibly itself; up to 15 bytes
    /// behind it may change too.
    /// </summary>
    /// <param name="bytes">The buffer.</param>
    /// <param name="to">Where the run starts.</param>
    /// <param name="distance">How far back it is read, 1 to <paramref name="to"/>.</param>
    /// <param name="length">The bytes of the run.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Repeat<TVectors>(Span<byte> bytes, int to, int distance, int length)
        where TVectors : struct, IVectorProbe
    {
        Debug.Assert(distance >= 1 && distance <= to, "the run is read from inside of the buffer");
        if (TVectors.HasVector128 && distance >= HalfWidth && length <= bytes.Length - to - Width)
        {
            ref byte first = ref MemoryMarshal.GetReference(bytes);
            if (distance >= Width)
            {
                CopyVectors(ref first, to - distance, ref first, to, length);
            }
            else
            {
                CopyHalves(ref first, to - distance, to, length);
            }

            return;
        }

        RepeatExactly(bytes, to, distance, length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyVectors(ref byte source, int from, ref byte target, int to, int length)
    {
        for (int done = 0; done < length; done += Width)
        {
            Vector128.LoadUnsafe(ref source, (nuint)(from + done)).StoreUnsafe(ref target, (nuint)(to + done));
        }
    }

    private static void CopyHalves(ref byte first, int from, int to, int length)
    {
        for (int done = 0; done < length; done += HalfWidth)
        {
            Vector64.LoadUnsafe(ref first, (nuint)(from + done)).StoreUnsafe(ref first, (nuint)(to + done));
        }
    }

    private static void RepeatExactly(Span<byte> bytes, int to, int distance, int length)
    {
        int from = to - distance;
        while (length > 0)
        {
            // What was copied already repeats with the distance as its period, so each round can take twice as much.
            int part = Math.Min(length, to - from);
            bytes.Slice(from, part).CopyTo(bytes[to..]);
            to += part;
            length -= part;
        }
    }
}
