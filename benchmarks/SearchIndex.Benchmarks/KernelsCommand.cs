using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using SearchIndex.Engine.Util.Simd;

namespace SearchIndex.Benchmarks;

/// <summary>
/// What are vectors worth? Each kernel of <c>Util/Simd</c> that has two bodies runs both in turns over the same data, which stay in the
/// first-level cache: how many items per second, the best of the rounds.
/// </summary>
internal static class KernelsCommand
{
    private const int BlockSize = 128;
    private const int Seed = 1;
    private const double Giga = 1e9;

    // What a body does without being compiled well counts in no round: the first ones are dropped.
    private const int WarmRounds = 5;
    private const double RoundSeconds = 0.05;

    public static Command Create()
    {
        var rounds = new Option<int>("--rounds") { Description = "how often each body runs", DefaultValueFactory = _ => 15 };
        var command = new Command("kernels", "vectors against plain loops, each kernel alone") { rounds };
        command.SetAction(parse => Run(parse.GetValue(rounds)));
        return command;
    }

    private static int Run(int rounds)
    {
        var random = new Random(Seed);
        Console.WriteLine("| kernel | items | plain, G/s | vectors, G/s | times as fast |");
        Console.WriteLine("|---|---|---:|---:|---:|");
        int[] numbers = new int[BlockSize];
        foreach (int bits in new[] { 1, 4, 7, 8, 13, 16, 20 })
        {
            byte[] packed = Packed(random, bits);
            Compare(
                $"BlockUnpacker, {bits} bits", "integers", BlockSize, rounds, () => BlockUnpacker.Unpack<ScalarOnly>(packed, bits, numbers),
                () => BlockUnpacker.Unpack<HardwareVectors>(packed, bits, numbers));
        }

        int[] deltas = new int[BlockSize];
        Compare(
            "PrefixSum", "integers", BlockSize, rounds, () => PrefixSum.Run<ScalarOnly>(deltas, 1), () => PrefixSum.Run<HardwareVectors>(deltas, 1));
        Compare("BlockSum", "integers", BlockSize, rounds, () => BlockSum.Run<ScalarOnly>(deltas), () => BlockSum.Run<HardwareVectors>(deltas));
        int[] ascending = [.. Enumerable.Range(0, BlockSize)];
        Compare(
            "BlockSearch", "integers passed", BlockSize - 1, rounds, () => BlockSearch.FirstAtLeast<ScalarOnly>(ascending, 0, BlockSize - 1),
            () => BlockSearch.FirstAtLeast<HardwareVectors>(ascending, 0, BlockSize - 1));
        float[] factors = [.. Enumerable.Range(0, BlockSize).Select(_ => random.NextSingle())];
        Compare(
            "Saturation", "scores", BlockSize, rounds, () => Saturation.Run<ScalarOnly>(factors, 2f), () => Saturation.Run<HardwareVectors>(factors, 2f));
        CompareCopies(random, rounds);
        return 0;
    }

    private static void CompareCopies(Random random, int rounds)
    {
        const int Runs = 64, MaxLength = 20, Room = 16;
        byte[] source = new byte[(Runs * MaxLength) + Room];
        byte[] target = new byte[source.Length];
        random.NextBytes(source);
        int[] lengths = [.. Enumerable.Range(0, Runs).Select(_ => random.Next(1, MaxLength + 1))];
        Compare("RunCopy", "bytes", lengths.Sum(), rounds, () => CopyAll<ScalarOnly>(source, target, lengths), () => CopyAll<HardwareVectors>(source, target, lengths));
    }

    private static void CopyAll<TVectors>(byte[] source, byte[] target, int[] lengths)
        where TVectors : struct, IVectorProbe
    {
        int at = 0;
        foreach (int length in lengths)
        {
            RunCopy.Copy<TVectors>(source, at, target, at, length);
            at += length;
        }
    }

    private static byte[] Packed(Random random, int bits)
    {
        int[] numbers = [.. Enumerable.Range(0, BlockSize).Select(_ => random.Next(1 << bits))];
        byte[] packed = new byte[ForLayout.ByteCount(bits)];
        BlockPacker.Pack(numbers, bits, packed);
        return packed;
    }

    private static void Compare(string kernel, string items, int itemsPerCall, int rounds, Action plain, Action vectors)
    {
        double bestPlain = 0, bestVectors = 0;
        for (int round = -WarmRounds; round < rounds; round++)
        {
            double plainRate = CallsPerSecond(plain), vectorRate = CallsPerSecond(vectors);
            bestPlain = round < 0 ? 0 : Math.Max(bestPlain, plainRate);
            bestVectors = round < 0 ? 0 : Math.Max(bestVectors, vectorRate);
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {kernel} | {items} | {bestPlain * itemsPerCall / Giga:F1} | {bestVectors * itemsPerCall / Giga:F1} | {bestVectors / bestPlain:F1} |"));
    }

    private static double CallsPerSecond(Action call)
    {
        const int CallsBetweenLooks = 1000;
        long calls = 0;
        long started = Stopwatch.GetTimestamp();
        double seconds;
        do
        {
            for (int index = 0; index < CallsBetweenLooks; index++)
            {
                call();
            }

            calls += CallsBetweenLooks;
            seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        }
        while (seconds < RoundSeconds);
        return calls / seconds;
    }
}
