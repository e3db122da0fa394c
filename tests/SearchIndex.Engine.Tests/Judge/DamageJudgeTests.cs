using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Store;
using SearchIndex.Testing;
using Xunit.Abstractions;

namespace SearchIndex.Engine.Tests.Judge;

/// <summary>
/// Damages indexes of several shapes in several ways and compares the verdicts of both CheckIndex: where Java's finds damage, ours must.
/// Ours finds more in three places, because it reads what Java's does not: it seeks terms through the term index, where Java's walks and
/// seeks the last one only; it moves in columns by jumps and by questions, where Java's asks from document to document; and it refuses
/// counts, lengths and generations that no writer makes. It finds less in what this engine never reads: whole blocks of
/// payloads, term vectors, and points of several dimensions; their files have checksums only, and no shape has them.
/// </summary>
public sealed class DamageJudgeTests(ITestOutputHelper output)
{
    private const int Seed = 1987;
    private const int RoundsPerShape = 10;

    [JavaLuceneFact]
    public void CheckIndex_DamagedIndexes_AgreesWithJava()
    {
        using var folder = new TemporaryFolder();
        List<DamagedIndex> cases = MakeCases(folder);
        JudgeResult judged = JavaLuceneJudge.RunProgram("CheckMany", folder.At("damaged"));
        Assert.True(judged.ExitCode == 0, judged.Output);
        Dictionary<string, string[]> verdicts = judged.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.TrimEnd('\r').Split('\t'))
            .ToDictionary(parts => parts[0]);

        int bothCorrupt = 0, bothSound = 0;
        List<string> missed = [], stricter = [];
        foreach (DamagedIndex one in cases)
        {
            string[] java = verdicts[one.Name];
            bool javaCorrupt = java[1] == "corrupt";
            CheckIndexReport? ours = one.Check();
            bool oursCorrupt = ours?.Verdict is null or CheckVerdict.Corrupt;
            bothCorrupt += javaCorrupt && oursCorrupt ? 1 : 0;
            bothSound += !javaCorrupt && !oursCorrupt ? 1 : 0;
            if (javaCorrupt && !oursCorrupt)
            {
                missed.Add($"{one.Name}: {one.What}: Java says {java[2]}");
            }
            else if (oursCorrupt && !javaCorrupt)
            {
                stricter.Add($"{one.Name}: {one.What}: ours says {ours?.Problems[0]}");
            }
        }

        output.WriteLine($"{cases.Count} damaged indexes: {bothCorrupt} corrupt for both, {bothSound} sound for both, "
            + $"{stricter.Count} corrupt for ours only, {missed.Count} for Java only");
        stricter.ForEach(output.WriteLine);
        missed.ForEach(output.WriteLine);
        Assert.True(cases.Count >= 500);
        Assert.True(stricter.Count * 20 < cases.Count, $"seed {Seed}: {string.Join('\n', stricter)}");
        Assert.True(missed.Count == 0, $"seed {Seed}: {string.Join('\n', missed)}");
    }

    private static List<DamagedIndex> MakeCases(TemporaryFolder folder)
    {
        JudgeResult made = JavaLuceneJudge.RunProgram("MakeDamageShapes", folder.At("shapes"));
        Assert.True(made.ExitCode == 0, made.Output);
        var shapes = new SortedDictionary<string, IndexImage>(StringComparer.Ordinal)
        {
            ["ours"] = IndexImage.Of(SampleIndexes.Make(documents: 60, segments: 2, longest: 50, deleteEvery: 11)),
            ["oursskips"] = IndexImage.Of(SampleIndexes.Make(documents: 1200, segments: 1, longest: 8)),
        };
        foreach (string shape in Directory.GetDirectories(folder.At("shapes")))
        {
            shapes.Add(Path.GetFileName(shape), IndexImage.OfFolder(shape));
        }

        var cases = new List<DamagedIndex>();
        foreach ((string name, IndexImage shape) in shapes)
        {
            var damager = new Damager(Seed + cases.Count);
            for (int number = 0; number < RoundsPerShape * Damager.Kinds; number++)
            {
                (IndexImage damaged, string what) = damager.Damage(shape, number % Damager.Kinds);
                var one = new DamagedIndex($"{name}-{number:000}", damaged, what);
                damaged.WriteTo(folder.At("damaged", one.Name));
                cases.Add(one);
            }
        }

        return cases;
    }

    private sealed record DamagedIndex(string Name, IndexImage Image, string What)
    {
        /// <summary>Returns our report, or null when there is no index any more.</summary>
        public CheckIndexReport? Check()
        {
            using MemoryDirectory directory = Image.ToMemory();
            try
            {
                return CheckIndex.Run(directory, Lucene87Codec.Instance);
            }
            catch (IndexNotFoundException)
            {
                return null;
            }
            catch (Exception problem)
            {
                throw new InvalidOperationException($"{Name}, seed {Seed}: {What}: {problem.Message}", problem);
            }
        }
    }
}
