using System.Globalization;
using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util;
using SearchIndex.Testing;

namespace SearchIndex.Engine.Tests.Codecs.Lucene87;

/// <summary>
/// A segment that Lucene wrote, with what <c>tests/judge/MakePostingsFixture.java</c> printed of it. Field infos and norms come from
/// that text, so that nothing but the inverted index is read here.
/// </summary>
internal sealed class JavaSegment
{
    private readonly Dictionary<string, byte[]> _norms = [];

    private JavaSegment(string folder, string[] lines)
    {
        Folder = folder;
        string[] segment = lines[0].Split(' ');
        var fields = new List<FieldInfo>();
        foreach (string[] parts in lines.Select(line => line.Split(' ')))
        {
            if (parts[0] == "field")
            {
                fields.Add(Field(parts));
            }
            else if (parts[0] == "norms")
            {
                _norms.Add(parts[1], Convert.FromHexString(parts[2]));
            }
        }

        Dump = [.. lines.SkipWhile(line => !line.StartsWith("terms ", StringComparison.Ordinal))];
        var info = new SegmentInfo(segment[1], Convert.FromHexString(segment[3]), Number(segment[4]));
        State = new SegmentState(new FSDirectory(folder), info, new FieldInfos(fields));
    }

    public string Folder { get; }

    public SegmentState State { get; }

    /// <summary>Gets the lines about terms and postings.</summary>
    public string[] Dump { get; }

    public static JavaSegment Make(string folder, string kind, int seed) =>
        Run(folder, "make", folder, kind, seed.ToString(CultureInfo.InvariantCulture));

    public static JavaSegment Print(string folder) => Run(folder, "print", folder);

    public byte[] Norms(string field) => _norms.GetValueOrDefault(field, []);

    private static JavaSegment Run(string folder, params string[] arguments)
    {
        JudgeResult result = JavaLuceneJudge.RunProgram("MakePostingsFixture", arguments);
        Assert.True(result.ExitCode == 0, result.StandardError);
        return new JavaSegment(folder, result.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static FieldInfo Field(string[] parts) =>
        new(parts[2], Number(parts[1]), (IndexOptions)Number(parts[3]), parts[5] == "false", DocValuesType.None)
        {
            HasPayloads = parts[4] == "true",
            Attributes = new Dictionary<string, string>
            {
                [Lucene84Format.FormatAttribute] = parts[6],
                [Lucene84Format.SuffixAttribute] = parts[7],
            },
        };

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
