using System.Text.RegularExpressions;

namespace SearchIndex.House.Tests;

/// <summary>Holds where sharp tools may be used, and the other rules that a scan of the sources can see.</summary>
public sealed partial class SharpToolsTests
{
    [Fact]
    public void VectorsAndReinterpretation_Appear_InUtilSimdOnly()
    {
        string[] outside = FilesWith(Vectors(), file => !file.StartsWith("src/SearchIndex.Engine/Util/Simd/", StringComparison.Ordinal));

        Assert.Empty(outside);
    }

    [Fact]
    public void Pointers_Appear_InMemoryMappedFilesOnly()
    {
        string[] outside = FilesWith(
            Pointers(), file => !file.StartsWith("src/SearchIndex.Engine/Store/MemoryMapped", StringComparison.Ordinal));

        Assert.Empty(outside);
    }

    [Fact]
    public void Console_Appears_InCliOnly()
    {
        string[] outside = FilesWith(Consoles(), file => !file.StartsWith("src/SearchIndex.Cli/", StringComparison.Ordinal));

        Assert.Empty(outside);
    }

    [Fact]
    public void SourceFiles_AreNamed_AfterTheirType()
    {
        var misnamed = new List<string>();
        foreach (string file in HouseRules.SourceFiles.Where(file => !file.EndsWith("Program.cs", StringComparison.Ordinal)))
        {
            string name = Path.GetFileName(file).Split('.')[0];
            if (!Regex.IsMatch(File.ReadAllText(file), $@"\b(class|struct|record|interface|enum|delegate)\b[^\n;{{]*\b{Regex.Escape(name)}\b"))
            {
                misnamed.Add(HouseRules.Relative(file));
            }
        }

        Assert.Empty(misnamed);
    }

    [Fact]
    public void SourceFiles_StayBelow_FiveHundredLines()
    {
        string[] tooLong = [.. HouseRules.SourceFiles.Where(file => File.ReadLines(file).Count() > 500).Select(HouseRules.Relative)];

        Assert.Empty(tooLong);
    }

    [Fact]
    public void SourceFiles_LeaveNothing_ForLater()
    {
        string[] unfinished = FilesWith(Unfinished(), _ => true);

        Assert.Empty(unfinished);
    }

    private static string[] FilesWith(Regex pattern, Func<string, bool> where) =>
        [.. HouseRules.SourceFiles
            .Where(file => where(HouseRules.Relative(file)))
            .Where(file => File.ReadLines(file).Any(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && pattern.IsMatch(line)))
            .Select(HouseRules.Relative)];

    [GeneratedRegex(@"System\.Runtime\.Intrinsics|\bUnsafe\.|\bMemoryMarshal\.|\bVector(128|256|512)\b|\bVector<")]
    private static partial Regex Vectors();

    [GeneratedRegex(@"\bunsafe\b|\bfixed\s*\(")]
    private static partial Regex Pointers();

    [GeneratedRegex(@"(?<![\w.])Console\.")]
    private static partial Regex Consoles();

    [GeneratedRegex(@"NotImplementedException|\bTODO\b|\bFIXME\b|\bHACK\b")]
    private static partial Regex Unfinished();
}
