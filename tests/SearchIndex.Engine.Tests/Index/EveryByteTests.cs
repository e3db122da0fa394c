using SearchIndex.Engine.Tests.Judge;
using SearchIndex.Testing;
using Xunit.Abstractions;

namespace SearchIndex.Engine.Tests.Index;

/// <summary>
/// Damages every byte of a small index, and truncates every file at every length. Opening it or checking it must notice; searching it
/// must end, take no wild memory, and fail only with the exceptions that are documented.
/// </summary>
public sealed class EveryByteTests(ITestOutputHelper output)
{
    private static readonly IndexImage Sound = IndexImage.Of(SampleIndexes.Make(documents: 10, segments: 2, longest: 30, deleteEvery: 4, compound: 1));

    public static TheoryData<string> Files => [.. Sound.Names];

    [Theory]
    [MemberData(nameof(Files))]
    public void Flip_EveryByte_IsNoticed(string name) => Damage(Sound).Flip(name);

    [Theory]
    [MemberData(nameof(Files))]
    public void Flip_EveryByteWithTheChecksumRepaired_FailsAsDocumented(string name) => Damage(Sound).FlipAndRepair(name);

    [Theory]
    [MemberData(nameof(Files))]
    public void Truncate_AtEveryLength_IsNoticed(string name) => Damage(Sound).Truncate(name);

    /// <summary>What this engine does not write: columns with updates in generations of files, in a compound file or beside one.</summary>
    [JavaLuceneFact]
    public void Damage_EveryByteOfJavasUpdatesAndCompoundFiles_IsNoticed()
    {
        using var folder = new TemporaryFolder();
        JudgeResult made = JavaLuceneJudge.RunProgram("MakeDamageShapes", folder.Path, "tiny");
        Assert.True(made.ExitCode == 0, made.Output);
        foreach (string shape in Directory.GetDirectories(folder.Path).Order(StringComparer.Ordinal))
        {
            IndexImage image = IndexImage.OfFolder(shape);
            Assert.Contains(image.Names, name => name.EndsWith("_Lucene80_0.dvd", StringComparison.Ordinal));
            Assert.Contains(image.Names, name => name.EndsWith(".liv", StringComparison.Ordinal));
            foreach (string name in image.Names)
            {
                Damage(image).Flip(name);
                Damage(image).FlipAndRepair(name);
                Damage(image).Truncate(name);
            }
        }
    }

    private ByteDamage Damage(IndexImage sound) => new(sound, output);
}
