using SearchIndex.Engine.Analysis.Folding;

namespace SearchIndex.Engine.Tests.Analysis.Folding;

public sealed class FoldJudgeTests
{
    private const string AdditionsResource = "SearchIndex.Tools.Fold.fold-additions.tsv";

    [OpenCcFact]
    public void Fold_SingleHan_AgreesWithOpenCc()
    {
        HashSet<char> additions = ReadAdditions();
        char[] characters = Enumerable.Range(0x3400, 0xA000 - 0x3400)
            .Select(unit => (char)unit)
            .Where(unit => !additions.Contains(unit))
            .ToArray();

        string[] converted = OpenCcFactAttribute.Convert("t2s.json", string.Join('\n', characters)).TrimEnd('\n').Split('\n');

        Assert.Equal(characters.Length, converted.Length);
        for (int index = 0; index < characters.Length; index++)
        {
            // What OpenCC writes with two units cannot be folded; 薴 it takes to 苧, which itself is Traditional for 苎.
            string target = converted[index].Length == 1 ? converted[index] : characters[index].ToString();
            Assert.Equal(CharacterFold.Fold(target), CharacterFold.Fold(characters[index].ToString()));
            Assert.True(target == CharacterFold.Fold(target) || characters[index] == '薴', $"{characters[index]} gives {target}");
        }
    }

    private static HashSet<char> ReadAdditions()
    {
        using Stream stream = typeof(SearchIndex.Tools.Fold.FoldCommand).Assembly.GetManifestResourceStream(AdditionsResource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line[0]).ToHashSet();
    }
}
