using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Tests.Judge;
using Xunit.Abstractions;

namespace SearchIndex.Engine.Tests.Index;

/// <summary>Damages a file of an index at every place, and expects that this is noticed and does no harm.</summary>
internal sealed class ByteDamage(IndexImage sound, ITestOutputHelper output)
{
    private const int Seed = 87;
    private const long MostBytes = 64L << 20;

    public void Flip(string name) => ForEachByte(name, place => (Flipped(name, place), MustNotice: true));

    /// <summary>With the checksum right, a flip may give another index that is as sound as this one.</summary>
    public void FlipAndRepair(string name) => ForEachByte(name, place =>
    {
        byte[] bytes = Flipped(name, place);
        return (place < bytes.Length - CodecUtil.FooterLength ? Damager.Repair(bytes) : bytes, MustNotice: false);
    });

    public void Truncate(string name) => ForEachByte(name, length => (sound[name][..length], MustNotice: true));

    private byte[] Flipped(string name, int place)
    {
        byte[] bytes = [.. sound[name]];
        bytes[place] ^= (byte)(1 << new Random(Seed + place).Next(8));
        return bytes;
    }

    private void ForEachByte(string name, Func<int, (byte[] Bytes, bool MustNotice)> damage)
    {
        output.WriteLine($"{name}: {sound[name].Length} places");
        Parallel.For(0, sound[name].Length, place =>
        {
            (byte[] bytes, bool mustNotice) = damage(place);
            IndexImage image = sound.Copy();
            image[name] = bytes;
            using MemoryDirectory directory = image.ToMemory();
            long before = GC.GetAllocatedBytesForCurrentThread();
            bool opened = TrySearch(directory, $"{name}, byte {place}, seed {Seed}");
            bool noticed = !opened || IsCorrupt(directory, $"{name}, byte {place}, seed {Seed}");
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

            Assert.True(noticed || !mustNotice, $"{name}, byte {place}, seed {Seed}: nobody noticed");
            Assert.True(allocated < MostBytes, $"{name}, byte {place}, seed {Seed}: {allocated} bytes of memory");
        });
    }

    /// <summary>Opens the index and asks it everything; returns whether it opened.</summary>
    private static bool TrySearch(MemoryDirectory directory, string message)
    {
        DirectoryReader reader;
        try
        {
            reader = DirectoryReader.Open(directory, Lucene87Codec.Instance);
        }
        catch (Exception problem) when (IsDocumented(problem) || problem is NotSupportedException)
        {
            return false;
        }
        catch (Exception problem)
        {
            throw new InvalidOperationException($"{message}: {problem.Message}", problem);
        }

        using (reader)
        {
            foreach (Action<DirectoryReader> question in IndexQuestions.All)
            {
                try
                {
                    question(reader);
                }
                catch (Exception problem) when (IsDocumented(problem))
                {
                    // Noticed while it was read; the check has to say so too.
                }
                catch (Exception problem)
                {
                    throw new InvalidOperationException($"{message}: {problem.Message}", problem);
                }
            }
        }

        return true;
    }

    private static bool IsCorrupt(MemoryDirectory directory, string message)
    {
        try
        {
            return CheckIndex.Run(directory, Lucene87Codec.Instance).Verdict == CheckVerdict.Corrupt;
        }
        catch (Exception problem)
        {
            throw new InvalidOperationException($"{message}: the check fails: {problem.Message}", problem);
        }
    }

    private static bool IsDocumented(Exception problem) =>
        problem is CorruptIndexException or IndexFormatTooOldException or IndexFormatTooNewException;
}
