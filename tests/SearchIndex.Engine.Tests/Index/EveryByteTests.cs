using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Tests.Judge;
using Xunit.Abstractions;

namespace SearchIndex.Engine.Tests.Index;

/// <summary>
/// Damages every byte of a small index, and truncates every file at every length. Opening it or checking it must notice; searching it
/// must end, take no wild memory, and fail only with the exceptions that are documented.
/// </summary>
public sealed class EveryByteTests(ITestOutputHelper output)
{
    private const int Seed = 87;
    private const long MostBytes = 64L << 20;

    private static readonly IndexImage Sound = IndexImage.Of(SampleIndexes.Make(documents: 14, segments: 2, longest: 40, deleteEvery: 5));

    public static TheoryData<string> Files => [.. Sound.Names];

    [Theory]
    [MemberData(nameof(Files))]
    public void Flip_EveryByte_IsNoticed(string name) => ForEachByte(name, place =>
    {
        byte[] bytes = [.. Sound[name]];
        bytes[place] ^= (byte)(1 << new Random(Seed + place).Next(8));
        return (bytes, MustNotice: true);
    });

    [Theory]
    [MemberData(nameof(Files))]
    public void Flip_EveryByteWithTheChecksumRepaired_FailsAsDocumented(string name) => ForEachByte(name, place =>
    {
        byte[] bytes = [.. Sound[name]];
        bytes[place] ^= (byte)(1 << new Random(Seed + place).Next(8));
        return (place < bytes.Length - CodecUtil.FooterLength ? Damager.Repair(bytes) : bytes, MustNotice: false);
    });

    [Theory]
    [MemberData(nameof(Files))]
    public void Truncate_AtEveryLength_IsNoticed(string name) => ForEachByte(name, length => (Sound[name][..length], MustNotice: true));

    private void ForEachByte(string name, Func<int, (byte[] Bytes, bool MustNotice)> damage)
    {
        output.WriteLine($"{name}: {Sound[name].Length} places");
        Parallel.For(0, Sound[name].Length, place =>
        {
            (byte[] bytes, bool mustNotice) = damage(place);
            IndexImage image = Sound.Copy();
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
            foreach (Action<DirectoryReader> question in Questions)
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

    private static Action<DirectoryReader>[] Questions { get; } =
    [
        reader => new IndexSearcher(reader).Search(Term("text", "北约"), 10),
        reader => new IndexSearcher(reader).Search(new PhraseQuery("text", "北约", "约秘"), 10),
        reader => new IndexSearcher(reader).Search(
            new BooleanQuery.Builder().Add(Term("title", "北北"), Occur.Should).Add(Term("text", "北北"), Occur.Should).Build(), 10),
        reader => new IndexSearcher(reader).Count(Term("id", "1-3")),
        reader => new IndexSearcher(reader).Search(Term("outlet", "2"), 10, new Sort("published", Descending: true)),
        reader =>
        {
            for (int docId = 0; docId < reader.MaxDoc; docId++)
            {
                reader.VisitDocument(docId, new ReadEverything());
            }
        },
    ];

    private static TermQuery Term(string field, string text) => new(new Term(field, text));

    private sealed class ReadEverything : StoredFieldVisitor;
}
